/** Who somebody is, and what mail comes from. What they may do is in the database. */
import { Duration } from 'aws-cdk-lib';
import {
  AccountRecovery,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  UserPool,
  UserPoolEmail,
  VerificationEmailStyle,
} from 'aws-cdk-lib/aws-cognito';
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import { addressOf } from './config.ts';
import { HouseStack, type HouseProps } from './house-stack.ts';

export class IdentityStack extends HouseStack {
  readonly users: UserPool;
  /** The host of the sign-in pages. */
  readonly signInHost: string;
  readonly mail: EmailIdentity;

  constructor(scope: Construct, props: HouseProps) {
    super(scope, 'Identity', { ...props, stateful: true });
    this.users = new UserPool(this, 'Users', {
      userPoolName: `dustjacket-${this.config.name}`,
      selfSignUpEnabled: true,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      standardAttributes: { email: { required: true, mutable: true } },
      autoVerify: { email: true },
      // The old address stays good until the new one is proved.
      keepOriginal: { email: true },
      userVerification: {
        emailStyle: VerificationEmailStyle.CODE,
        emailSubject: 'Your code for Dustjacket',
        emailBody: 'Your code for Dustjacket is {####}.',
      },
      email: this.#codes(),
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      // One time passwords from an app; no text messages, which cost money and can be redirected.
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      // The plan that has the classic pages, which are plain forms.
      featurePlan: FeaturePlan.LITE,
      deletionProtection: this.config.keepsData,
      removalPolicy: this.removal,
    });
    this.users.addDomain('SignIn', {
      cognitoDomain: { domainPrefix: this.config.signInPrefix },
      // The newer pages are an application in the browser: without JavaScript nobody could sign in.
      managedLoginVersion: ManagedLoginVersion.CLASSIC_HOSTED_UI,
    });
    this.signInHost = `${this.config.signInPrefix}.auth.${this.region}.amazoncognito.com`;
    this.mail = new EmailIdentity(this, 'Mail', {
      identity: this.config.domain
        ? Identity.publicHostedZone(this.zone)
        : Identity.email(addressOf(this.config.mailFrom)),
    });
  }

  #codes(): UserPoolEmail {
    const { codesFrom, domain, mailFrom } = this.config;
    if (codesFrom === 'cognito') return UserPoolEmail.withCognito();
    return UserPoolEmail.withSES({
      fromEmail: addressOf(mailFrom),
      fromName: 'Dustjacket',
      sesRegion: this.region,
      sesVerifiedDomain: domain?.zoneName,
    });
  }
}
