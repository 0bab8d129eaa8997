using Ita.App.Jobs;
using Ita.App.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Ita.Functions.Triggers;

/// <summary>The poison queues: the Functions host moves a message there after the last failed try.</summary>
internal sealed class Poison(StepRunner steps, PoisonSteps poison)
{
    [Function("PoisonIngest")]
    public Task IngestAsync([QueueTrigger(StorageNames.Queues.IngestPoison)] byte[] job, FunctionContext context, CancellationToken cancellationToken) =>
        steps.RunAsync<IngestJob>(context.Event(), job, poison.IngestAsync, cancellationToken);

    [Function("PoisonScore")]
    public Task ScoreAsync([QueueTrigger(StorageNames.Queues.ScorePoison)] byte[] job, FunctionContext context, CancellationToken cancellationToken) =>
        steps.RunAsync<ScoreJob>(context.Event(), job, poison.ScoreAsync, cancellationToken);

    [Function("PoisonRender")]
    public Task RenderAsync([QueueTrigger(StorageNames.Queues.RenderPoison)] byte[] job, FunctionContext context, CancellationToken cancellationToken) =>
        steps.RunAsync<RenderJob>(context.Event(), job, poison.RenderAsync, cancellationToken);

    [Function("PoisonRenderBatch")]
    public Task RenderBatchAsync([QueueTrigger(StorageNames.Queues.RenderBatchPoison)] byte[] job, FunctionContext context, CancellationToken cancellationToken) =>
        steps.RunAsync<RenderJob>(context.Event(), job, poison.RenderAsync, cancellationToken);

    [Function("PoisonPlan")]
    public Task PlanAsync([QueueTrigger(StorageNames.Queues.PlanPoison)] byte[] job, FunctionContext context, CancellationToken cancellationToken) =>
        steps.RunAsync<PlanJob>(context.Event(), job, poison.PlanAsync, cancellationToken);
}
