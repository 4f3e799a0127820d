/**
 * Loaded with `node --require` by a process that a test starts: appends every host outside of this machine that
 * the process looks up or connects to, to the file named in DUANKA_TEST_OUTSIDE_HOSTS.
 */
"use strict";
const { appendFileSync } = require("node:fs");
const dns = require("node:dns");
const net = require("node:net");

const file = process.env.DUANKA_TEST_OUTSIDE_HOSTS;
const isHere = host => host === "localhost" || host === "::1" || host.startsWith("127.");

function record(host) {
  if (typeof host === "string" && !isHere(host)) appendFileSync(file, `${host}\n`);
}

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof options === "object" && options !== null && options.path === undefined)
    record(options.host ?? "localhost");
  return connect.apply(this, args);
};

for (const module of [dns, dns.promises]) {
  for (const name of ["lookup", "resolve", "resolve4", "resolve6"]) {
    const original = module[name];
    module[name] = (host, ...rest) => {
      record(host);
      return original.call(module, host, ...rest);
    };
  }
}
