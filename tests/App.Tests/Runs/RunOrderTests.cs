using Ita.App.Runs;
using Ita.Domain;

namespace Ita.App.Tests.Runs;

/// <summary>The id of a run depends on its order only.</summary>
public sealed class RunOrderTests
{
    private static readonly RunOrder Annual = RunOrder.Annual(FiscalYear.FromBuddhistEra(2566));

    [Fact]
    public void The_run_of_the_timer_is_named_after_its_year() => Assert.Equal("annual-2566", Annual.Id);

    [Fact]
    public void The_same_request_has_the_same_id() =>
        Assert.Equal((Annual with { Scope = Listed("A", "B") }).Id, (Annual with { Scope = Listed("A", "B"), Kinds = [.. Annual.Kinds] }).Id);

    [Fact]
    public void A_different_request_is_a_different_run()
    {
        RunOrder[] orders =
        [
            Annual,
            RunOrder.Annual(FiscalYear.FromBuddhistEra(2565)),
            Annual with { Scope = new("อ่างทอง", null, []) },
            Annual with { Scope = new(null, "อ่างทอง", []) },
            Annual with { Scope = Listed("A") },
            Annual with { Scope = Listed("A", "B") },
            Annual with { Kinds = ["analysis"] },
            Annual with { Kinds = [RunOrder.Result] },
            Annual with { All = true },
            Annual with { Digits = "thai" },
        ];

        Assert.Equal(orders.Length, orders.Select(order => order.Id).Distinct().Count());
        Assert.All(orders, order => Assert.Equal(order.Year.ToString(), RunOrder.YearOf(order.Id)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("annual")]
    [InlineData("annual-")]
    [InlineData("annual-256")]
    [InlineData("annual-25666")]
    [InlineData("annual-year")]
    [InlineData("2566-annual")]
    public void Every_run_id_contains_a_year(string id) => Assert.Null(RunOrder.YearOf(id));

    private static RunScope Listed(params string[] codes) => new(null, null, [.. codes]);
}
