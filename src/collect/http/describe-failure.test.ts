import { expect, test } from 'vitest';
import { describeFailure } from './describe-failure.ts';

test.each([
  ['ECONNREFUSED', 'nothing answers there (ECONNREFUSED)'],
  ['EAI_AGAIN', 'the name of the host could not be looked up (EAI_AGAIN)'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'its certificate is not valid (DEPTH_ZERO_SELF_SIGNED_CERT)'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'its certificate is not valid (ERR_TLS_CERT_ALTNAME_INVALID)'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'no secure connection could be made (ERR_SSL_WRONG_VERSION_NUMBER)'],
  ['HPE_INVALID_CONSTANT', 'what it sends is not HTTP (HPE_INVALID_CONSTANT)'],
  ['UND_ERR_SOCKET', 'the answer broke off (UND_ERR_SOCKET)'],
  ['Z_DATA_ERROR', 'its packing is damaged (Z_DATA_ERROR)'],
  ['E_NEW', 'E_NEW'],
  [undefined, 'words of its own'],
])('%s', (code, expected) => {
  expect(describeFailure(Object.assign(new Error('words of its own'), code === undefined ? {} : { code }))).toBe(
    expected,
  );
});
