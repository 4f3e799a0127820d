/** The form of a subject token: its version, and 32 bytes in base64url. */
const SUBJECT_TOKEN = /^1[A-Za-z0-9_-]{43}$/;

/** Whether a text names a person by token, in whatever argument it stands. */
export function isSubjectToken(text: string): boolean {
  return SUBJECT_TOKEN.test(text);
}
