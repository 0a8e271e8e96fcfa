// Loaded before a command (node --import): says on standard error whenever the process reaches for another machine.
import dns from 'node:dns';
import net from 'node:net';

const HERE = new Set(['127.0.0.1', '::1', 'localhost', '0.0.0.0', undefined]);
// oxlint-disable-next-line typescript/unbound-method -- called with `this` below
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function watched(...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  const host = typeof options === 'object' ? options.host : typeof args[1] === 'string' ? args[1] : undefined;
  const local = typeof options === 'string' || (typeof options === 'object' && options.path !== undefined);
  if (!local && !HERE.has(host)) process.stderr.write(`NETWORK ${host}\n`);
  return connect.apply(this, args);
};
const lookup = dns.lookup;
dns.lookup = (name, ...rest) => {
  if (!HERE.has(name)) process.stderr.write(`NETWORK ${name}\n`);
  return lookup(name, ...rest);
};
