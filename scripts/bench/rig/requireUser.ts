import { findDemoUser, type DemoUser } from "../../identityProvider/demoUsers";

/** The demo user of that name. */
export function requireUser(sub: string): DemoUser {
  const user = findDemoUser(sub);
  if (user === null) throw new Error(`${sub} is no demo user`);
  return user;
}
