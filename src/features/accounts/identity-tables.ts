/** What better-auth calls its models and fields, and what they are called in our database. */
export const identityTables = {
  user: { modelName: "logins", fields: { emailVerified: "email_verified", createdAt: "created_at", updatedAt: "updated_at" } },
  session: {
    modelName: "sessions",
    fields: {
      userId: "login_id",
      expiresAt: "expires_at",
      ipAddress: "ip_address",
      userAgent: "user_agent",
      createdAt: "created_at",
      updatedAt: "updated_at",
    },
  },
  account: {
    modelName: "login_providers",
    fields: {
      userId: "login_id",
      accountId: "account_id",
      providerId: "provider_id",
      accessToken: "access_token",
      refreshToken: "refresh_token",
      idToken: "id_token",
      accessTokenExpiresAt: "access_token_expires_at",
      refreshTokenExpiresAt: "refresh_token_expires_at",
      createdAt: "created_at",
      updatedAt: "updated_at",
    },
  },
  verification: {
    modelName: "login_verifications",
    fields: { expiresAt: "expires_at", createdAt: "created_at", updatedAt: "updated_at" },
  },
  passkey: {
    modelName: "passkeys",
    fields: {
      userId: "login_id",
      publicKey: "public_key",
      credentialID: "credential_id",
      deviceType: "device_type",
      backedUp: "backed_up",
      createdAt: "created_at",
    },
  },
} as const;
