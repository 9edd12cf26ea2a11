/** Which addresses of the network a server may be made to call by somebody who only gives it a URL. */
import { BlockList, isIP } from 'node:net';
import { ArchiveError } from '../domain/errors.js';

/** What is not public: this host, private and shared networks, links, multicast, documentation, and ways around them. */
const inner = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10', // carrier-grade NAT
  '127.0.0.0/8',
  '169.254.0.0/16', // link-local: where clouds tell secrets of the machine
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4', // multicast
  '240.0.0.0/4',
  '::/128',
  '::1/128',
  '64:ff9b::/96', // IPv4 behind NAT64
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23', // Teredo among others
  '2001:db8::/32',
  '2002::/16', // IPv4 behind 6to4
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8', // multicast
];

/** IPv4 addresses written as IPv6, mapped or compatible. */
const EMBEDDED = /^::(?:ffff:(?:0:)?)?(\d+\.\d+\.\d+\.\d+)$/i;
const EMBEDDED_HEX = /^::(?:ffff:(?:0:)?)?([\da-f]{1,4}):([\da-f]{1,4})$/i;

export class Networks {
  readonly #inner = toList(inner);
  readonly #allowed: BlockList;
  /** Whether nothing that is not public may be called. */
  readonly isEmpty: boolean;

  /** `allowed` are networks such as 10.0.0.0/8 that may be called although they are not public. Throws `invalid_configuration`. */
  constructor(allowed: readonly string[]) {
    this.#allowed = toList(allowed);
    this.isEmpty = allowed.length === 0;
  }

  /** Whether an address may be called; without TLS only one of the allowed networks. */
  mayCall(address: string, { secure }: { secure: boolean }): boolean {
    const plain = toPlain(address);
    const family = isIP(plain);
    if (family === 0) return false;
    const type = family === 4 ? 'ipv4' : 'ipv6';
    return this.#allowed.check(plain, type) || (secure && !this.#inner.check(plain, type));
  }
}

function toPlain(address: string): string {
  const bare = address.replace(/^\[|\]$/g, '');
  const [, dotted] = EMBEDDED.exec(bare) ?? [];
  if (dotted !== undefined) return dotted;
  const [, high, low] = EMBEDDED_HEX.exec(bare) ?? [];
  if (high === undefined || low === undefined) return bare;
  const bits = Number.parseInt(high, 16) * 65_536 + Number.parseInt(low, 16);
  return [24, 16, 8, 0].map((shift) => Math.floor(bits / 2 ** shift) % 256).join('.');
}

function toList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/', 2);
    const family = isIP(address);
    const length = bits === undefined ? (family === 4 ? 32 : 128) : Number(bits);
    try {
      if (family === 0) throw new Error('no address');
      list.addSubnet(address, length, family === 4 ? 'ipv4' : 'ipv6');
    } catch (cause) {
      throw new ArchiveError('invalid_configuration', `"${network}" is no network`, {
        suggestion: 'Write 10.0.0.0/8, or a single address.',
        cause,
      });
    }
  }
  return list;
}
