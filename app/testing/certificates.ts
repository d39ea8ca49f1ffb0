/** Certificate authorities of one's own, and certificates from them, for servers that live as long as a test. */
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

const KEYS = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 24 * 3600 * 1000;
x509.cryptoProvider.set(webcrypto as Crypto);

export type Authority = {
  /** The authority's own certificate, as a client is given it. */
  pem: string;
  /** A certificate for a host, with its key. It lasts a day; `expired` has been over for one. */
  issue: (host: string, options?: { expired?: boolean }) => Promise<{ certificate: string; key: string }>;
};

export async function makeAuthority(name: string): Promise<Authority> {
  const keys = (await webcrypto.subtle.generateKey(KEYS, true, ['sign', 'verify'])) as CryptoKeyPair;
  const now = Date.now();
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=${name}`,
    notBefore: new Date(now - 9 * DAY_MS),
    notAfter: new Date(now + 9 * DAY_MS),
    signingAlgorithm: KEYS,
    keys,
    extensions: [new x509.BasicConstraintsExtension(true, 1, true)],
  });

  async function issue(host: string, { expired = false } = {}) {
    const own = (await webcrypto.subtle.generateKey(KEYS, true, ['sign', 'verify'])) as CryptoKeyPair;
    const certificate = await x509.X509CertificateGenerator.create({
      subject: `CN=${host}`,
      issuer: authority.subject,
      notBefore: new Date(now - 8 * DAY_MS),
      notAfter: new Date(expired ? now - DAY_MS : now + DAY_MS),
      signingAlgorithm: KEYS,
      publicKey: own.publicKey,
      signingKey: keys.privateKey,
      extensions: [new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: host }])],
    });
    const key = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', own.privateKey));
    return { certificate: certificate.toString('pem'), key: x509.PemConverter.encode(key, 'PRIVATE KEY') };
  }
  return { pem: authority.toString('pem'), issue };
}
