namespace Ita.Domain.Analysis;

/// <summary>Creates the rows of a comparison of two years.</summary>
internal sealed record YearRows(SampledResult Before, SampledResult After)
{
    private readonly SharedFrame frame = new(Before.Framework, After.Framework);

    public YearChange Total =>
        Row(Before.Result.Total, After.Result.Total, Before.Total, After.Total) with { FrameChanged = !frame.IsShared() };

    public ImmutableArray<YearChange> Instruments => Rows(Before.Result.Instruments, After.Result.Instruments);

    public ImmutableArray<YearChange> Indicators => Rows(Before.Result.Indicators, After.Result.Indicators);

    public ImmutableArray<YearChange> ItemsBy(Crosswalk crosswalk) =>
        [.. After.Framework.Items.Where(item => crosswalk.Earlier(item.Code) is not null)
            .Select(item => ItemRow(crosswalk.Earlier(item.Code)!, item))];

    private ImmutableArray<YearChange> Rows(IEnumerable<ScoreNode> before, IEnumerable<ScoreNode> after) =>
    [
        .. from later in after
           join earlier in before on later.Key equals earlier.Key
           select Row(earlier, later, Before.Find(earlier), After.Find(later)) with { FrameChanged = !frame.IsShared(later.Key) },
    ];

    private static YearChange Row(ScoreNode before, ScoreNode after, Sampled? sampledBefore, Sampled? sampledAfter) =>
        new(after.Key.Code, before.Key.Code, after.Name, before.Shown, after.Shown, Test(before.Shown, after.Shown, sampledBefore, sampledAfter));

    private YearChange ItemRow(string codeBefore, Item item)
    {
        var before = Before.Item(codeBefore);
        var after = After.Item(item.Code);
        var scaleChanged = frame.ScaleChanged(codeBefore, item);
        return new(
            item.Code,
            codeBefore,
            item.Text,
            before.Shown,
            after.Shown,
            Test(before.Shown, after.Shown, Before.Find(before), After.Find(after)),
            scaleChanged)
        {
            FrameChanged = scaleChanged,
        };
    }

    private static ChangeTest Test(decimal? before, decimal? after, Sampled? sampledBefore, Sampled? sampledAfter) =>
        before is null || after is null
            ? new(ChangeVerdict.CannotBeTested, null, Reason.Of("change-score-missing"))
            : ChangeTest.Test(sampledBefore, sampledAfter);
}
