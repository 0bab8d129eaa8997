using System.Threading.RateLimiting;
using Ita.App.Telemetry;

namespace Ita.App.Surveys;

/// <summary>Limits how many posts of respondents are worked on at once and how many wait. Any further post is refused at once, so that memory
/// stays bounded and a person learns after a moment what would otherwise end in a time limit (docs/decisions/0057).</summary>
/// <remarks>A place is taken after the body was read: a slow sender takes none.</remarks>
public sealed class SheetGate : IDisposable
{
    /// <summary>Posts worked on at once; 64 when it is not set.</summary>
    public const string AtOnceSetting = "ITA_SHEETS_AT_ONCE";

    /// <summary>Posts that wait for a place, oldest first; 192 when it is not set.</summary>
    public const string WaitingSetting = "ITA_SHEETS_WAITING";

    private const int UsualAtOnce = 64;
    private const int UsualWaiting = 192;
    private const string SecondsToWait = "3";

    private readonly ConcurrencyLimiter limiter;

    public SheetGate(IConfiguration configuration) => limiter = new(new()
    {
        PermitLimit = Math.Max(1, configuration.GetValue(AtOnceSetting, UsualAtOnce)),
        QueueLimit = Math.Max(0, configuration.GetValue(WaitingSetting, UsualWaiting)),
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    public static Refusal Busy { get; } =
        Refusal.Create(RefusalKind.Unavailable, "sheets-busy", ("seconds", SecondsToWait)) with { RetryAfter = SecondsToWait };

    /// <summary>Takes a place, after waiting for it when all are taken; not acquired when too many wait already. Disposing it frees the
    /// place.</summary>
    public async Task<RateLimitLease> EnterAsync(CancellationToken cancellationToken)
    {
        var place = await limiter.AcquireAsync(permitCount: 1, cancellationToken);
        if (!place.IsAcquired)
        {
            ItaTelemetry.ShedPosts.Add(1);
        }

        return place;
    }

    public void Dispose() => limiter.Dispose();
}
