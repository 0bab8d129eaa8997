using Ita.Domain.Responses;

namespace Ita.Domain.Tests.Responses;

public class SuppressionTests
{
    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    [InlineData(6, false)]
    public void Figures_of_fewer_than_five_people_are_withheld(int people, bool isHidden) =>
        Assert.Equal(isHidden, Suppression.FindHidden([new("I1", people)], [])!.Contains("I1"));

    [Fact]
    public void A_hidden_item_hides_the_sibling_with_the_fewest_answers() => Assert.Equal(
        ["I1", "I3"],
        Suppression.FindHidden([new("I1", 3), new("I2", 60), new("I3", 40), new("IND1", 60)], [Mean("IND1", "I1", "I2", "I3")]));

    [Fact]
    public void Two_hidden_items_of_one_mean_protect_each_other() => Assert.Equal(
        ["I1", "I2"],
        Suppression.FindHidden([new("I1", 3), new("I2", 3), new("I3", 40), new("IND1", 60)], [Mean("IND1", "I1", "I2", "I3")]));

    [Fact]
    public void A_part_of_few_cannot_be_taken_from_both_together() => Assert.Equal(
        ["IND6@EIT1", "IND6@EIT2"],
        Suppression.FindHidden(
            [new("IND6", 44), new("IND6@EIT1", 40), new("IND6@EIT2", 4), new("IND7", 44), new("EIT", 44)],
            [Mean("IND6", "IND6@EIT1", "IND6@EIT2"), Mean("EIT", "IND6", "IND7")]));

    [Fact]
    public void An_instrument_of_few_people_hides_the_total_rather_than_another_instrument() => Assert.Equal(
        ["IIT", "TOTAL"],
        Suppression.FindHidden(
            [new("IIT", 4), new("EIT", 80), new("OIT", null), new("TOTAL", null), new("IND6", 80), new("IND9", null)],
            [Relation(("TOTAL", -10), ("IIT", 3), ("EIT", 3), ("OIT", 4)), Mean("EIT", "IND6"), Mean("OIT", "IND9")]));

    [Theory]
    [InlineData(100, true)]
    [InlineData(98, true)]
    [InlineData(97, false)]
    [InlineData(3, false)]
    [InlineData(2, true)]
    [InlineData(0, true)]
    public void Two_hidden_items_near_an_end_of_the_scale_hide_a_third(int both, bool takesThird) => Assert.Equal(
        takesThird,
        Suppression.FindHidden(
            [new("I1", 3, both), new("I2", 3, both), new("I3", 40, 50), new("I4", 40, 50), new("IND1", 60, (both + 50) / 2m)],
            [Mean("IND1", "I1", "I2", "I3", "I4")])!.Count > 2);

    [Theory]
    [InlineData(7, 8, true)]
    [InlineData(7, 11, true)]
    [InlineData(7, 12, false)]
    [InlineData(7, 13, false)]
    public void A_figure_published_again_after_a_few_more_sheets_is_withheld(int before, int now, bool isHidden)
    {
        var (figures, relation) = Suppression.Difference(new("I1 in March", before), new("I1 in April", now));

        Assert.Equal(isHidden, Suppression.FindHidden(figures, [relation])!.Contains("I1 in April"));
    }

    [Fact]
    public void A_published_figure_cannot_be_withheld() => Assert.Null(Suppression.FindHidden(
        [new("I1", 2), new("I2", 9, IsPublished: true), new("IND1", 9, IsPublished: true)], [Mean("IND1", "I1", "I2")]));

    /// <summary>
    /// Trees of random shape, with parts that have the same items and random numbers of answers; the attacker knows all relations.
    /// </summary>
    [Fact]
    public void No_hidden_figure_of_a_random_tree_can_be_calculated()
    {
        var random = new Random(2567);
        var (hiddenFew, hiddenMore) = (0, 0);
        for (var round = 0; round < 400; round++)
        {
            var (figures, relations) = RandomTree(random);
            var hidden = Suppression.FindHidden(figures, relations)!;
            var few = figures.Where(figure => figure.People < Suppression.FewestPeople).Select(figure => figure.Name).ToList();

            Assert.Subset(hidden.ToHashSet(), few.ToHashSet());
            Assert.Empty(Attacker.WorksOut(relations, figures.Select(figure => figure.Name).Where(name => !hidden.Contains(name)), hidden));
            hiddenFew += few.Count;
            hiddenMore += hidden.Count - few.Count;
        }

        Assert.True(hiddenFew > 1000 && hiddenMore > 500, $"{hiddenFew} {hiddenMore}");
    }

    /// <summary>Shows that the test above can fail.</summary>
    [Fact]
    public void The_attack_succeeds_when_only_the_figures_of_few_people_are_hidden()
    {
        var random = new Random(2567);
        var found = 0;
        for (var round = 0; round < 400; round++)
        {
            var (figures, relations) = RandomTree(random);
            var hidden = figures.Where(figure => figure.People < Suppression.FewestPeople).Select(figure => figure.Name).ToHashSet();
            found += Attacker.WorksOut(relations, figures.Select(figure => figure.Name).Where(name => !hidden.Contains(name)), hidden).Count;
        }

        Assert.True(found > 300, $"{found}");
    }

    private static AggregateRelation Mean(string parent, params string[] children) =>
        Relation([(parent, -children.Length), .. children.Select(child => (child, 1L))]);

    private static AggregateRelation Relation(params (string Name, long Weight)[] terms) =>
        new(terms.ToImmutableSortedDictionary(term => term.Name, term => term.Weight, StringComparer.Ordinal));

    private static (List<Aggregate> Figures, List<AggregateRelation> Relations) RandomTree(Random random)
    {
        var figures = new List<Aggregate>();
        var relations = new List<AggregateRelation>();
        var hasParts = random.Next(2) == 0;
        var roots = Enumerable.Range(0, random.Next(1, 4)).Select(number => Grow($"T{number}", 0)).ToList();
        figures.Add(new("TOTAL", roots.Max(root => root.People)));
        var weights = roots.Select(root => (root.Name, Weight: (long)random.Next(1, 60))).ToList();
        relations.Add(Relation([("TOTAL", -weights.Sum(root => root.Weight)), .. weights]));
        return (figures, relations);

        Aggregate Grow(string name, int depth)
        {
            var children = depth == 3 || random.Next(4) == 0
                ? []
                : Enumerable.Range(1, random.Next(1, 5)).Select(number => Grow($"{name}.{number}", depth + 1)).ToList();
            var people = children.Count == 0 ? (random.Next(3) == 0 ? random.Next(1, 5) : random.Next(5, 60)) : children.Max(child => child.People);
            var figure = new Aggregate(name, people);
            figures.Add(figure);
            if (children.Count > 0)
            {
                relations.Add(Mean(name, [.. children.Select(child => child.Name)]));
            }

            if (hasParts && depth < 2)
            {
                figures.AddRange([new($"{name}@1", random.Next(1, 30)), new($"{name}@2", random.Next(1, 30))]);
                relations.Add(Mean(name, $"{name}@1", $"{name}@2"));
            }

            return figure;
        }
    }
}
