/** What a programmer who knows the three subgraphs would ask them for a dossier: one question each, one for phones. */
export const FANOUT_QUESTIONS = {
  telecom: `query ($document: IdentityDocumentInput!) { subject(document: $document) { id
    telecomIdentity { kind documentType maskedNumber name }
    phoneLines { totalCount nodes { number kind status registeredOn carrier { code name } flags { kind status observedFrom } } }
    telecomCoverage { state asOf institution { code name } } } }`,
  banking: `query ($document: IdentityDocumentInput!) { subject(document: $document) { id
    accounts { totalCount nodes { id maskedNumber kind accountClass status openedOn institution { code name }
      reservedPhone { number } restrictions { kind endsAt causeId } } }
    linkedAccounts(first: 20) { truncated nodes { kind hops account { id maskedNumber institution { name } } holder { id } evidence { kind value } } }
    bankingCoverage { state asOf institution { code name } } } }`,
  police: `query ($document: IdentityDocumentInput!) { subject(document: $document) { id
    sanctions { id conduct status ruleVersion recognisedOn recognisedBy { name level } measures { kind sector startsOn endsOn } }
    measuresInForce { kind sector endsOn } involvements { role standing case { number title status } }
    policeCoverage { state asOf institution { code name } } } }`,
  phones: `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on PhoneLine {
    status holder { id telecomIdentity { maskedNumber name } } } } }`,
} as const;
