import type { DemoIssuer } from "./demoIssuers";
import type { DemoUser } from "./demoUsers";

/** The page on which one chooses a demo user. It has no script, and its styles carry the nonce. */
export function loginPage(issuer: DemoIssuer, users: readonly DemoUser[], nonce: string): string {
  const buttons = users
    .map(
      user =>
        `<button name="user" value="${escapeHtml(user.sub)}"><b>${escapeHtml(user.title)}</b> ${escapeHtml(user.sub)}</button>`,
    )
    .join("\n      ");
  return `<!doctype html>
<html lang="zh-CN">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Duanka · ${escapeHtml(issuer.title)}</title>
  <style nonce="${nonce}">
    :root { color-scheme: light dark; font: 14px/1.6 "PingFang SC", "Noto Sans SC", "Microsoft YaHei", system-ui, sans-serif; }
    main { max-width: 32rem; margin: 12vh auto; padding: 0 1rem; }
    form { display: grid; gap: 8px; }
    button { padding: 8px 16px; text-align: left; font: inherit; cursor: pointer; }
  </style>
</head>
<body>
  <main>
    <h1>${escapeHtml(issuer.title)}</h1>
    <p>演示身份，仅限本机。 · Demo users, on this machine only.</p>
    <form method="post">
      ${buttons}
    </form>
  </main>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
