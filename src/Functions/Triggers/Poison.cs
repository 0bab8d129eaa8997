using Ita.App.Delivery;
using Ita.App.Jobs;
using Ita.App.Reports;
using Ita.App.Runs;
using Ita.App.Scoring;
using Ita.App.Storage;
using Ita.App.Uploads;
using Microsoft.Azure.Functions.Worker;

namespace Ita.Functions.Triggers;

/// <summary>The poison queues: the Functions host moves a message there after its last failed attempt.</summary>
internal sealed class Poison(
    StepRunner steps, IngestStep ingest, ScoreStep score, RenderStep render, RunItemStep items, RenderApartStep apart, PlanRunStep plan,
    DeliverStep deliver)
{
    [Function("PoisonIngest")]
    public Task IngestAsync(
        [QueueTrigger(StorageNames.Queues.IngestPoison)] byte[] job, FunctionContext context, CancellationToken cancellationToken) =>
        steps.RunAsync<IngestJob>(context.Event(), job, ingest.FailAsync, cancellationToken);

    [Function("PoisonScore")]
    public Task ScoreAsync(
        [QueueTrigger(StorageNames.Queues.ScorePoison)] byte[] job, FunctionContext context, CancellationToken cancellationToken) =>
        steps.RunAsync<ScoreJob>(context.Event(), job, score.FailAsync, cancellationToken);

    [Function("PoisonRender")]
    public Task RenderAsync(
        [QueueTrigger(StorageNames.Queues.RenderPoison)] byte[] job, FunctionContext context, CancellationToken cancellationToken) =>
        steps.RunAsync<RenderJob>(context.Event(), job, render.FailAsync, cancellationToken);

    [Function("PoisonRenderBatch")]
    public Task RenderBatchAsync(
        [QueueTrigger(StorageNames.Queues.RenderBatchPoison)] byte[] job, FunctionContext context, CancellationToken cancellationToken) =>
        steps.RunAsync<RunItemJob>(context.Event(), job, items.FailAsync, cancellationToken);

    [Function("PoisonRenderApart")]
    public Task RenderApartAsync(
        [QueueTrigger(StorageNames.Queues.RenderApartPoison)] byte[] job, FunctionContext context, CancellationToken cancellationToken) =>
        steps.RunAsync<ApartJob>(context.Event(), job, apart.FailAsync, cancellationToken);

    [Function("PoisonPlan")]
    public Task PlanAsync([QueueTrigger(StorageNames.Queues.PlanPoison)] byte[] job, FunctionContext context, CancellationToken cancellationToken) =>
        steps.RunAsync<PlanJob>(context.Event(), job, plan.FailAsync, cancellationToken);

    // The letters themselves are on another queue; those that are still due are sent.
    [Function("PoisonDeliver")]
    public Task DeliverAsync(
        [QueueTrigger(StorageNames.Queues.OtpOutboxPoison)] byte[] job, FunctionContext context, CancellationToken cancellationToken) =>
        steps.RunAsync<DeliverJob>(context.Event(), job, deliver.RunAsync, cancellationToken);
}
