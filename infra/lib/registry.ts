/** Where images lie. First of all stacks: nothing else can start before there is an image to start. */
import { CfnOutput, Duration } from 'aws-cdk-lib';
import { Repository, TagMutability, TagStatus } from 'aws-cdk-lib/aws-ecr';
import type { Construct } from 'constructs';
import { HouseStack, type HouseProps } from './house-stack.ts';

export class RegistryStack extends HouseStack {
  readonly repository: Repository;

  constructor(scope: Construct, props: HouseProps) {
    super(scope, 'Registry', { ...props, stateful: true });
    this.repository = new Repository(this, 'Repository', {
      repositoryName: `dustjacket-${this.config.name}`,
      // A tag is a commit: it can never come to mean another image, so there is nothing that `latest` could be.
      imageTagMutability: TagMutability.IMMUTABLE,
      imageScanOnPush: true,
      removalPolicy: this.removal,
      emptyOnDelete: !this.config.keepsData,
      lifecycleRules: [
        { description: 'What no commit names', tagStatus: TagStatus.UNTAGGED, maxImageAge: Duration.days(7) },
        { description: 'Thirty releases to go back to', tagPrefixList: ['sha-'], maxImageCount: 30 },
      ],
    });
    new CfnOutput(this, 'ApiRepoUri', { value: this.repository.repositoryUri });
  }
}
