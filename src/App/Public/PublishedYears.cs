namespace Ita.App.Public;

/// <summary>Counts the published results of every year. The counts are kept for a minute, because anyone may ask for
/// them.</summary>
internal sealed class PublishedYears(ResultTable results, TimeProvider clock, KnownFrameworks frameworks)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private Counted? last;

    /// <summary>The years with published results, the newest first.</summary>
    public async Task<ImmutableArray<PublishedYear>> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (last is { } kept && now - kept.At < Kept)
        {
            return kept.Years;
        }

        var years = new List<PublishedYear>();
        foreach (var year in frameworks.Current.NewestFirst)
        {
            years.Add(await CountAsync(year, cancellationToken));
        }

        last = new(now, [.. years.Where(year => year.Count > 0)]);
        return last.Years;
    }

    private async Task<PublishedYear> CountAsync(int year, CancellationToken cancellationToken)
    {
        var published = await results.PublishedAsync(FiscalYear.FromBuddhistEra(year), cancellationToken);
        return new(year, published.Length, published.Max(brief => brief.WrittenAt));
    }

    private sealed record Counted(DateTimeOffset At, ImmutableArray<PublishedYear> Years);
}
