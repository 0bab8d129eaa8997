using Ita.App.Runs;
using Ita.Domain;

namespace Ita.App.Tests.Runs;

/// <summary>What planning writes over an existing item: finished items are kept, and missing ones are
/// queued.</summary>
public sealed class PlacementTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;
    private static readonly Run First =
        new("annual-2566", RunOrder.Annual(FiscalYear.FromBuddhistEra(2566)), "test", Now, "2026-03-02", RunControl.Active, 1, RoundMode.Asked, Now);

    [Fact]
    public void A_new_item_is_written_as_planned() => Assert.Equal(Queued(1, round: 1), Placement.Decide(null, Queued(1, round: 1), First));

    [Fact]
    public void A_message_delivered_twice_changes_nothing()
    {
        foreach (var before in Every(round: 1))
        {
            Assert.Null(Placement.Decide(before, Queued(2, round: 1), First));
        }
    }

    // The stored item, the reason of the next round, the planned item; whether it is written.
    [Theory]
    [InlineData("queued 1", RoundMode.Resumed, "queued 1", false)]
    [InlineData("queued 1", RoundMode.Resumed, "queued 2", true)]
    [InlineData("queued 1", RoundMode.Cancelled, "run-cancelled 1", true)]
    [InlineData("done 1", RoundMode.Asked, "queued 1", true)]
    [InlineData("done 1", RoundMode.Asked, "queued 2", true)]
    [InlineData("done 1", RoundMode.Asked, "already-printed 1", false)]
    [InlineData("done 1", RoundMode.Resumed, "queued 1", false)]
    [InlineData("done 1", RoundMode.Retried, "queued 1", false)]
    [InlineData("done 1", RoundMode.Cancelled, "run-cancelled 1", false)]
    [InlineData("already-printed 1", RoundMode.Asked, "queued 1", true)]
    [InlineData("already-printed 1", RoundMode.Resumed, "queued 1", false)]
    [InlineData("already-printed 1", RoundMode.Asked, "queued 2", true)]
    [InlineData("no-result", RoundMode.Asked, "no-result", false)]
    [InlineData("no-result", RoundMode.Asked, "queued 1", true)]
    [InlineData("no-result", RoundMode.Cancelled, "run-cancelled", false)]
    [InlineData("run-cancelled 1", RoundMode.Asked, "queued 1", true)]
    [InlineData("failed 1", RoundMode.Asked, "queued 1", false)]
    [InlineData("failed 1", RoundMode.Asked, "queued 2", true)]
    [InlineData("failed 1", RoundMode.Resumed, "queued 1", false)]
    [InlineData("failed 1", RoundMode.Retried, "queued 1", true)]
    [InlineData("failed 1", RoundMode.Cancelled, "run-cancelled 1", false)]
    public void In_a_later_round_only_items_with_work_to_do_are_written(string before, RoundMode mode, string planned, bool isWritten)
    {
        var wanted = Item(planned, round: 2);
        Assert.Equal(isWritten ? wanted : null, Placement.Decide(Item(before, round: 1), wanted, First.Again(mode, Now)));
    }

    // Only of reports does planning know whether they are outdated.
    [Fact]
    public void A_finished_result_of_the_same_version_is_not_written() => Assert.Null(Placement.Decide(
        Item("done 1", round: 1) with { Kind = RunOrder.Result },
        Queued(1, round: 2) with { Kind = RunOrder.Result },
        First.Again(RoundMode.Asked, Now)));

    [Theory]
    [InlineData(RoundMode.Asked, true)]
    [InlineData(RoundMode.Resumed, false)]
    [InlineData(RoundMode.Retried, false)]
    public void Finished_results_are_checked_again_only_when_all_are_requested(RoundMode mode, bool isWritten)
    {
        var all = First with { Order = First.Order with { All = true } };

        foreach (var made in new[] { "done 1", "already-printed 1" })
        {
            var (before, planned) = (Item(made, round: 1) with { Kind = RunOrder.Result }, Queued(1, round: 2) with { Kind = RunOrder.Result });
            Assert.Equal(isWritten, Placement.Decide(before, planned, all.Again(mode, Now)) is not null);
        }
    }

    private static IEnumerable<RunItem> Every(int round) =>
        new[] { "queued 1", "done 1", "failed 1", "no-result", "already-printed 1", "run-cancelled 1" }.Select(text => Item(text, round));

    private static RunItem Queued(int version, int round) => Item($"queued {version}", round);

    // "status version", or the reason of a skipped item.
    private static RunItem Item(string text, int round)
    {
        var words = text.Split(' ');
        var isStatus = Enum.TryParse<RunItemStatus>(words[0], ignoreCase: true, out var status);
        return new(
            "A", "analysis", null, null, null, isStatus ? status : RunItemStatus.Skipped, isStatus ? null : words[0],
            words.Length > 1 ? int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture) : null, Round: round);
    }
}
