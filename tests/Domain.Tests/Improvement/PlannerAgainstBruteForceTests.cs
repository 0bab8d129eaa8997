using Ita.Domain.Improvement;

namespace Ita.Domain.Tests.Improvement;

/// <summary>Compares the planner's solution with the best of all solutions, for problems small enough to try all of them.</summary>
public class PlannerAgainstBruteForceTests
{
    private const int Sheets = 1_000;

    /// <summary>
    /// All steps of a survey have the same worth for the total and needs are whole steps, so there is an optimum in whole steps and only
    /// these need to be tried.
    /// </summary>
    [Fact]
    public void Costs_exactly_as_much_as_the_best_of_all_sets()
    {
        var random = new Random(2566);
        for (var sheet = 0; sheet < Sheets; sheet++)
        {
            var problem = Small(random, () => 1, () => 1, wholeNeeds: true);

            var solution = CheapestSet.Find(problem);

            Assert.Equal(Best(problem), solution?.Cost);
            AssertMeets(problem, solution);
        }
    }

    [Fact]
    public void No_set_in_steps_is_cheaper_whatever_the_steps_are_worth()
    {
        var random = new Random(2567);
        for (var sheet = 0; sheet < Sheets; sheet++)
        {
            var problem = Small(random, () => random.Next(1, 5), () => random.Next(1, 4), wholeNeeds: false);

            var solution = CheapestSet.Find(problem);

            AssertMeets(problem, solution);
            if (Best(problem) is { } best)
            {
                Assert.True(solution!.Cost <= best, $"sheet {sheet}: {solution.Cost} > {best}");
            }
        }
    }

    // One point is missing. A checklist item gives it whole; a survey item gives it at a cost of 5.
    [Theory]
    [InlineData(4, "document")]
    [InlineData(5, "document")]
    [InlineData(6, "question")]
    public void Of_plans_that_cost_the_same_the_one_with_the_checklist_item_is_taken(int costOfDocument, string raised)
    {
        var document = new PlanLever(new(new("document"), "", "", 99, 1, 1, true, true), 0, 1, 1, costOfDocument, costOfDocument, 0);
        var question = new PlanLever(new(new("question"), "", "", 99, 1, 1, false, false), 0, 1, 1, 5, 5, 1);

        var solution = CheapestSet.Find(new([new PlanGoal(1, 1)], 1, [document, question]));

        Assert.Equal(raised, Assert.Single(solution!.Raises).Lever.Lever.Key.Code);
    }

    // Two survey units of up to three items with a few points of room each, and a checklist of up to five.
    private static PlanProblem Small(Random random, Func<int> step, Func<int> worth, bool wholeNeeds)
    {
        int[] counts = [random.Next(1, 4), random.Next(1, 4), random.Next(0, 6)];
        var worths = counts.Select(_ => worth()).ToArray();
        var levers = counts.SelectMany((count, unit) => Enumerable.Range(0, count).Select(number => Lever(random, unit, number, step())))
            .Select((lever, place) => lever with { Lowest = place }).ToImmutableArray();
        var goals = Enumerable.Range(0, 3)
            .Select(unit => new PlanGoal(Need(random, Reach(levers, unit), wholeNeeds), worths[unit])).ToImmutableArray();
        var whole = Enumerable.Range(0, 3).Sum(unit => Reach(levers, unit) * worths[unit]);
        return new(goals, Need(random, whole, wholeNeeds), levers);
    }

    // Sometimes slightly more than possible, so that there is no solution.
    private static decimal Need(Random random, decimal reach, bool whole)
    {
        var need = reach * random.Next(0, 105) / 100m;
        return whole ? decimal.Floor(need) : need;
    }

    private static decimal Reach(ImmutableArray<PlanLever> levers, int unit) =>
        levers.Where(lever => lever.Unit == unit).Sum(lever => lever.Step * lever.Room);

    private static PlanLever Lever(Random random, int unit, int number, int step)
    {
        var whole = unit == 2;
        var room = whole ? random.Next(1, 5) : random.Next(1, 4);
        var cost = random.Next(0, 10);
        var lever = new Lever(new($"{unit}.{number}"), "", "", 100 - room, 1, 1, whole, whole);
        return new(lever, unit, step, room, cost, whole ? cost : cost * room, 0);
    }

    private static decimal? Best(PlanProblem problem)
    {
        decimal? best = null;
        Try(problem, 0, new decimal[problem.Goals.Length], 0, ref best);
        return best;
    }

    private static void Try(PlanProblem problem, int place, decimal[] made, decimal cost, ref decimal? best)
    {
        if (best <= cost)
        {
            return;
        }

        if (place == problem.Levers.Length)
        {
            best = Meets(problem, made) ? cost : best;
            return;
        }

        var lever = problem.Levers[place];
        for (var points = 0m; points <= lever.Room; points += lever.Lever.AllOrNothing ? lever.Room : 1)
        {
            made[lever.Unit] += points * lever.Step;
            var added = lever.Lever.AllOrNothing ? points > 0 ? lever.CostWhole : 0 : points * lever.CostPerPoint;
            Try(problem, place + 1, made, cost + added, ref best);
            made[lever.Unit] -= points * lever.Step;
        }
    }

    private static bool Meets(PlanProblem problem, decimal[] made, decimal slack = 0) =>
        problem.Goals.Select((goal, unit) => made[unit] + slack >= goal.Need).All(met => met)
        && problem.Goals.Select((goal, unit) => made[unit] * goal.Worth).Sum() + slack >= problem.TotalNeed;

    private static void AssertMeets(PlanProblem problem, PlanSolution? solution)
    {
        if (solution is null)
        {
            return;
        }

        var made =
            problem.Goals.Select((_, unit) => solution.Raises.Where(raise => raise.Lever.Unit == unit).Sum(raise => raise.Points * raise.Lever.Step));
        Assert.True(Meets(problem, [.. made], slack: 1e-20m));
        Assert.All(solution.Raises, raise => Assert.InRange(raise.Points, 0, raise.Lever.Room));
        Assert.All(solution.Raises.Where(raise => raise.Lever.Lever.AllOrNothing), raise => Assert.Equal(raise.Lever.Room, raise.Points));
    }
}
