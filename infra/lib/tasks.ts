/** One image, three commands: what each may use of a machine, and of AWS. */
import { Duration, Size } from 'aws-cdk-lib';
import type { IRepository } from 'aws-cdk-lib/aws-ecr';
import {
  AwsLogDriverMode,
  Capability,
  ContainerImage,
  CpuArchitecture,
  FargateTaskDefinition,
  LinuxParameters,
  LogDrivers,
  OperatingSystemFamily,
  type ContainerDefinition,
} from 'aws-cdk-lib/aws-ecs';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { PRIVATE_KEYS, PUBLIC_KEYS } from './buckets.ts';
import type { TaskSize } from './config.ts';
import type { Told } from './environment.ts';
import type { HouseStack } from './house-stack.ts';
import { APP_PORT } from './network.ts';

export type Command = 'server' | 'worker' | 'migrate';

type TaskProps = {
  command: Command;
  size: TaskSize;
  repository: IRepository;
  tag: string;
  told: Told;
};

/** A task definition with its own log and its own two roles, of which neither may do anything yet but read its secrets. */
export function defineTask(stack: HouseStack, props: TaskProps): FargateTaskDefinition {
  const { command, size } = props;
  const name = command[0]?.toUpperCase() + command.slice(1);
  const task = new FargateTaskDefinition(stack, name, {
    family: `dustjacket-${stack.config.name}-${command}`,
    cpu: size.cpu,
    memoryLimitMiB: size.memory,
    // The image is built for it; left out, an image built on another machine ends in `exec format error`.
    runtimePlatform: {
      cpuArchitecture: CpuArchitecture.X86_64,
      operatingSystemFamily: OperatingSystemFamily.LINUX,
    },
    // Uploads are taken in here; the image declares the same place, or it would belong to root.
    volumes: [{ name: 'tmp' }],
  });
  const container = addContainer(stack, task, props);
  container.addMountPoints({ sourceVolume: 'tmp', containerPath: '/tmp', readOnly: false });
  if (command === 'server') container.addPortMappings({ containerPort: APP_PORT });
  return task;
}

function addContainer(
  stack: HouseStack,
  task: FargateTaskDefinition,
  { command, repository, tag, told }: TaskProps,
): ContainerDefinition {
  const linux = new LinuxParameters(stack, `${command}-linux`);
  linux.dropCapabilities(Capability.ALL);
  return task.addContainer(command, {
    containerName: command,
    image: ContainerImage.fromEcrRepository(repository, tag),
    command: [command],
    essential: true,
    user: '1000',
    readonlyRootFilesystem: true,
    linuxParameters: linux,
    // It drains within fifty seconds; ECS would kill it after thirty.
    stopTimeout: Duration.seconds(60),
    environment: told.environment,
    secrets: told.secrets,
    healthCheck: command === 'server' ? LIVES : undefined,
    logging: LogDrivers.awsLogs({
      logGroup: stack.logGroup(`${command}-log`, `/dustjacket/${stack.config.name}/${command}`),
      streamPrefix: 'task',
      // A log that cannot be reached must not stop the answers.
      mode: AwsLogDriverMode.NON_BLOCKING,
      maxBufferSize: Size.mebibytes(25),
    }),
  });
}

/** A process that hangs is ended; a database that is away ends nothing, because /health does not ask it. */
const LIVES = {
  command: [
    'CMD',
    'node',
    '-e',
    `fetch('http://127.0.0.1:${APP_PORT}/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))`,
  ],
  interval: Duration.seconds(30),
  timeout: Duration.seconds(5),
  retries: 3,
  startPeriod: Duration.seconds(60),
};

/** Pictures and their originals, and not a bucket's settings. */
export function letUseFiles(task: FargateTaskDefinition, media: IBucket): void {
  task.addToTaskRolePolicy(
    new PolicyStatement({
      actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
      resources: [...PRIVATE_KEYS, ...PUBLIC_KEYS].map((key) => media.arnForObjects(key)),
    }),
  );
  // Without it S3 says "forbidden" of a file that is not there, and readiness cannot see the bucket.
  task.addToTaskRolePolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [media.bucketArn] }));
}

/** Mail from the one address, by the one identity. */
export function letSendMail(task: FargateTaskDefinition, identityArn: string, address: string): void {
  task.addToTaskRolePolicy(
    new PolicyStatement({
      actions: ['ses:SendEmail', 'ses:SendRawEmail'],
      resources: [identityArn],
      conditions: { StringEquals: { 'ses:FromAddress': address } },
    }),
  );
}
