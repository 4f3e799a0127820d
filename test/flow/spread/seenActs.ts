/** An objection as whoever looks reads it. */
export interface SeenObjection {
  readonly id: string;
  readonly status: string;
  readonly dueAt: string;
}

/** A sanction as its person reads it. */
export interface SeenSanction {
  readonly id: string;
  readonly status: string;
  readonly notice: { readonly reason: string; readonly servedOn: string | null };
  readonly measures: readonly { readonly sector: string; readonly liftedAt: string | null }[];
  readonly objections: readonly SeenObjection[];
}

/** An involvement as the police read it. */
export interface SeenInvolvement {
  readonly id: string;
  readonly standing: string;
  readonly objections: readonly SeenObjection[];
}
