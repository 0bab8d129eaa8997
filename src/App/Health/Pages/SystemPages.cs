using Ita.App.Delivery;
using Ita.App.Jobs;
using Ita.App.Reports;
using Ita.App.Runs;
using Microsoft.AspNetCore.Mvc;

namespace Ita.App.Health.Pages;

/// <summary>GET system?done=, and POST system/retry, which moves the messages of a poison queue back.</summary>
internal static class SystemPages
{
    public const string Address = $"{PageRoutes.Root}/system";

    private const string Retried = "retried";
    private const int VersionShown = 12;

    public static void MapSystemPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/system", ShowAsync).Needs(Right.Operator);
        pages.MapPost("/system/retry", RetryAsync).Needs(Right.Operator).DisableAntiforgery();
    }

    private static async Task<IResult> ShowAsync(
        string? done,
        StorageHealth storage,
        PoisonQueues queues,
        AnnualSchedule schedule,
        DeliveryWays ways,
        DeliveryCounts sent,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var next = schedule.FindNext();
        return await PageAnswer.RenderAsync<SystemPage>(new SystemView(
            clock.GetUtcNow(),
            await storage.CheckAsync(cancellationToken),
            HealthApi.HasBrowser(),
            await queues.CountAsync(cancellationToken),
            schedule.Text,
            next is { } at ? new(at, AnnualRunStep.EndedBefore(ThaiClock.DayOf(at))) : null,
            ProgramVersion.Current[..VersionShown],
            done == Retried ? "ส่งงานกลับเข้าคิวแล้ว งานจะเริ่มภายในไม่กี่วินาที" : null)
        {
            Ways = ways.Configured,
            Sent = await sent.OfAllAsync(DeliveryTable.Days, cancellationToken),
        });
    }

    private static async Task<IResult> RetryAsync(
        HttpContext context, [FromForm] string? queue, PoisonQueues queues, AuditTable audit, CancellationToken cancellationToken)
    {
        if (!PoisonQueues.HasPoison(queue))
        {
            return Refusal.NotFound().ToResult();
        }

        await audit.AppendAsync(context.Holder().Id, "queue-retried", queue!, null, cancellationToken);
        await queues.RetryAsync(queue!, cancellationToken);
        return PageAnswer.SeeOther(context, $"{Address}?done={Retried}");
    }
}
