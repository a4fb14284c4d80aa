/**
 * Loaded into esa-cli before it runs (node --require). esa-cli speaks nothing but https to its endpoint, and the emulator speaks http: so
 * its requests to 127.0.0.1 go out over http, otherwise unchanged, and requests to anywhere else fail.
 */
const http = require('node:http');
const https = require('node:https');

https.request = (first, ...rest) => {
  const options = typeof first === 'string' || first instanceof URL ? { ...urlOptions(new URL(first)), ...rest.shift() } : first;
  if ((options.hostname ?? options.host ?? '').split(':')[0] !== '127.0.0.1') {
    const request = new http.ClientRequest({ host: '127.0.0.1', port: 1, method: 'GET' });
    queueMicrotask(() => request.destroy(new Error('this test stays on this computer')));
    return request;
  }
  return http.request({ ...options, protocol: 'http:', agent: undefined }, ...rest);
};

function urlOptions({ hostname, port, pathname, search }) {
  return { hostname, port, path: pathname + search };
}

const { fetch } = globalThis;
globalThis.fetch = (address, ...rest) =>
  new URL(address).hostname === '127.0.0.1' ? fetch(address, ...rest) : Promise.reject(new Error('this test stays on this computer'));
