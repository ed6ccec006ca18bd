import { Duration } from "aws-cdk-lib";
import * as cognito from "aws-cdk-lib/aws-cognito";
import { Construct } from "constructs";
import { duties, roles } from "#domain/staff/role";
import { removalOf } from "../../constructs/removal.ts";
import type { Environment } from "../../environments.ts";

/** A day's work: after it everybody signs in anew. */
const shift = Duration.hours(8);

/** How long a token is good for once a person was locked out: the gateway asks nobody. */
const tokenLife = Duration.minutes(15);

/**
 * Who is staff. Accounts are made by an administrator, with the organization they are for, and it
 * never changes. Every sign-in takes a password and a code from an app (45 CFR 164.312(d)).
 */
export class SignIn extends Construct {
  readonly pool: cognito.UserPool;
  readonly client: cognito.UserPoolClient;
  /** What the tokens' `iss` says. */
  readonly issuer: string;
  /** Where the console sends people to sign in. */
  readonly address: string;

  constructor(scope: Construct, id: string, environment: Environment) {
    super(scope, id);
    const { access, data, name, region } = environment;
    this.pool = new cognito.UserPool(this, "pool", {
      userPoolName: `rounds-${name}-staff`,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      standardAttributes: { email: { required: true, mutable: true } },
      customAttributes: {
        organization: new cognito.StringAttribute({ minLen: 1, maxLen: 64, mutable: false }),
      },
      mfa: cognito.Mfa.REQUIRED,
      // No codes by text: a number can be taken over, and it would text staff from another system.
      mfaSecondFactor: { sms: false, otp: true },
      passwordPolicy: {
        minLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(1),
        passwordHistorySize: 24,
      },
      accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
      // PLUS, for what it alone does: passwords known from breaches are refused, and a sign-in that
      // is unlike this person is stopped. It is paid by the active user, and staff are few.
      featurePlan: cognito.FeaturePlan.PLUS,
      standardThreatProtectionMode: cognito.StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: data === "keep",
      removalPolicy: removalOf(data),
    });
    this.stopRiskySignIns();
    for (const role of roles) {
      this.pool.addGroup(role, { groupName: role, description: duties[role] });
    }
    this.client = this.consoleClient(`https://${access.console}/`);
    this.addPages(access.signIn);
    this.issuer = `https://cognito-idp.${region}.amazonaws.com/${this.pool.userPoolId}`;
    this.address = `https://${access.signIn}.auth.${region}.amazoncognito.com`;
  }

  /** Nothing is mailed of it: Cognito would need an address of the clinic's to send from. */
  private stopRiskySignIns(): void {
    const act = (eventAction: string) => ({ eventAction, notify: false });
    new cognito.CfnUserPoolRiskConfigurationAttachment(this, "risks", {
      userPoolId: this.pool.userPoolId,
      clientId: "ALL",
      compromisedCredentialsRiskConfiguration: { actions: { eventAction: "BLOCK" } },
      accountTakeoverRiskConfiguration: {
        actions: { mediumAction: act("MFA_REQUIRED"), highAction: act("BLOCK") },
      },
    });
  }

  /** A page in a browser keeps no secret: it proves itself by PKCE, and only the code comes back. */
  private consoleClient(home: string): cognito.UserPoolClient {
    const seen = new cognito.ClientAttributes().withStandardAttributes({ email: true });
    return this.pool.addClient("console", {
      userPoolClientName: "console",
      generateSecret: false,
      // None but the pages of the sign-in itself: no password passes through our code.
      authFlows: { userSrp: false },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [cognito.OAuthScope.OPENID, cognito.OAuthScope.EMAIL],
        callbackUrls: [home],
        logoutUrls: [home],
      },
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      idTokenValidity: tokenLife,
      accessTokenValidity: tokenLife,
      refreshTokenValidity: shift,
      authSessionValidity: Duration.minutes(3),
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
      readAttributes: seen.withCustomAttributes("organization"),
      writeAttributes: seen,
    });
  }

  private addPages(domainPrefix: string): void {
    this.pool.addDomain("pages", {
      cognitoDomain: { domainPrefix },
      managedLoginVersion: cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    // Without a look the pages are not shown.
    new cognito.CfnManagedLoginBranding(this, "look", {
      userPoolId: this.pool.userPoolId,
      clientId: this.client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
  }
}
