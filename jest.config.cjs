const esmOnly = ['postal-mime']
const shared = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.[mc]?[jt]s$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
        module: { type: 'commonjs', ignoreDynamic: true },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
}
module.exports = {
  testTimeout: 120000,
  // Most of the time goes by waiting for mail servers, browsers and children, so every core gets a worker.
  maxWorkers: '100%',
  globalSetup: '<rootDir>/test/support/globalSetup.ts',
  globalTeardown: '<rootDir>/test/support/globalTeardown.ts',
  projects: [
    {
      ...shared,
      displayName: 'sqlite',
      testMatch: ['<rootDir>/test/*.test.ts'],
      globals: { DATABASE: 'sqlite' },
    },
    {
      ...shared,
      displayName: 'postgres',
      testMatch: ['<rootDir>/test/*.test.ts'],
      testPathIgnorePatterns: ['/test/(reader|architecture|browser|config|scripts)[^/]*$'],
      globals: { DATABASE: 'postgres' },
    },
    {
      ...shared,
      displayName: 'reader',
      testMatch: ['<rootDir>/test/reader/**/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
    },
  ],
}
