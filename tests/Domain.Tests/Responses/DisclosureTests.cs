using Ita.Domain.Assessment;
using Ita.Domain.Frameworks;
using Ita.Domain.Responses;
using Ita.Domain.Scoring;

namespace Ita.Domain.Tests.Responses;

/// <summary>Which figures of a version are withheld, given the versions shown before.</summary>
public class DisclosureTests
{
    private static readonly Framework Framework = Surveys.Framework(2567);
    private static readonly Instrument Checklist = Framework.Instruments.Single(one => one.Answers is AnswerKind.Checklist);
    private static readonly QuestionList Iit = Surveys.Of(2567, "IIT");

    [Theory]
    [InlineData(10, 10, false)]
    [InlineData(10, 11, true)]
    [InlineData(10, 14, true)]
    [InlineData(10, 15, false)]
    [InlineData(10, 16, false)]
    [InlineData(10, 9, true)]
    [InlineData(10, 6, true)]
    [InlineData(10, 5, false)]
    public void A_survey_that_a_few_sheets_changed_is_withheld_at_every_level(int before, int now, bool isHidden)
    {
        var sheets = Sheets(16);

        var hidden = Disclosure.FindHidden(Scored(sheets.Take(now)), [new(Scored(sheets.Take(before)), [])]);

        Assert.Equal(isHidden, new[] { "IIT", "IND1", "I1", "TOTAL" }.All(hidden.Contains));
        Assert.Equal(isHidden, !hidden.IsEmpty);
        Assert.DoesNotContain("OIT", hidden);
    }

    [Fact]
    public void A_later_version_is_compared_with_every_version_that_showed_the_survey()
    {
        var sheets = Sheets(16);
        var first = new ShownVersion(Scored(sheets.Take(10)), []);
        var second = new ShownVersion(Scored(sheets.Take(11)), Disclosure.FindHidden(Scored(sheets.Take(11)), [first]));

        // The same sheets again, with another checklist score; and two more, which are three more than the first.
        Assert.Contains("IIT", Disclosure.FindHidden(Scored(sheets.Take(11), checklist: 50), [first, second]));
        Assert.Contains("IIT", Disclosure.FindHidden(Scored(sheets.Take(13)), [first, second]));
        Assert.Empty(Disclosure.FindHidden(Scored(sheets.Take(15)), [first, second]));
    }

    [Fact]
    public void A_figure_withheld_beside_one_of_few_stays_withheld_when_that_one_has_enough_answers()
    {
        var first = Scored(Sheets(10), people: key => key.Code == "I2" ? 3 : 10);
        var hidden = Disclosure.FindHidden(first, []);
        Assert.Equal(["I1", "I2"], hidden);

        // With I1 shown, the first version's I2 would be its indicator less the other items.
        var later = Disclosure.FindHidden(Scored(Sheets(10), people: key => key.Code == "I2" ? 8 : 10), [new(first, hidden)]);

        Assert.Contains("I1", later);
        Assert.True(later.Count > 1, $"{later.Count}");
    }

    [Fact]
    public void A_late_sheet_that_leaves_an_item_out_withholds_its_survey_and_no_other()
    {
        var hidden = Disclosure.FindHidden(
            Scored(Sheets(11), people: key => key.Code == "I3" ? 10 : 11, others: 50),
            [new(Scored(Sheets(11), people: _ => 10, others: 50), [])]);

        Assert.Contains("IIT", hidden);
        Assert.DoesNotContain("EIT1", hidden);
        Assert.DoesNotContain("EIT2", hidden);
    }

    [Fact]
    public void Figures_that_are_not_made_of_answers_are_never_withheld() => Assert.Empty(Disclosure.FindHidden(
        Scored([], people: _ => null), [new(Scored([], people: _ => null, checklist: 50), [])]));

    /// <summary>
    /// The attacker knows the method, how many sheets came when, and every figure that any version shows, and solves the equations of all
    /// versions exactly: nothing about one to four people is determined, at any level.
    /// </summary>
    [Theory]
    [InlineData(new[] { 10, 11, 11, 13, 16 })]
    [InlineData(new[] { 7, 12, 13, 18, 19 })]
    [InlineData(new[] { 4, 6, 9, 10, 15 })]
    [InlineData(new[] { 20, 24, 25, 29, 30 })]
    public void No_figure_of_a_few_people_can_be_computed_from_all_versions(int[] sizes)
    {
        var sheets = Sheets(sizes[^1]);
        var shown = new List<ShownVersion>();
        foreach (var (size, version) in sizes.Select((size, version) => (size, version)))
        {
            var result = Scored(sheets.Take(size), checklist: version % 2 * 50);
            shown.Add(new(result, Disclosure.FindHidden(result, shown)));
        }

        Assert.Contains(shown, version => !version.Hidden.Contains("IIT"));
        Assert.Empty(Attack(sizes, shown));
        if (sizes.Zip(sizes.Skip(1)).Any(pair => pair.Second - pair.First is > 0 and < Suppression.FewestPeople))
        {
            Assert.NotEmpty(Attack(sizes, [.. shown.Select(version => version with { Hidden = [] })]));
        }
    }

    // The unknowns are the withheld figures of each version and the means of the sheets that came between two versions.
    private static List<string> Attack(int[] sizes, List<ShownVersion> versions)
    {
        var relations = new List<AggregateRelation>();
        var known = new HashSet<string>();
        var survey = PublicMethod.Relations(Framework).Where(relation => relation.Terms.Keys.All(IsOfIit)).ToList();
        var levels = survey.SelectMany(relation => relation.Terms.Keys).Distinct().ToList();
        for (var version = 0; version < sizes.Length; version++)
        {
            var (result, hidden) = versions[version];
            var prefix = $"v{version} ";
            relations.AddRange(PublicMethod.Relations(Framework)
                .Where(relation => relation.Terms.Keys.Any(IsOfIit)).Select(relation => Named(relation, prefix)));
            known.UnionWith(result.Total.SelfAndBelow()
                .Select(node => node.Key.ToString()).Where(name => !hidden.Contains(name)).Select(name => prefix + name));
        }

        var targets = new List<string>();
        for (var from = 0; from < sizes.Length; from++)
        {
            for (var to = from; to < sizes.Length; to++)
            {
                if (sizes[to] - (from == 0 ? 0 : sizes[from - 1]) is > 0 and var people)
                {
                    var group = $"g{from}-{to} ";
                    relations.AddRange(survey.Select(relation => Named(relation, group)));
                    relations.AddRange(levels.Select(name => Cumulated(name, group, people, sizes, from, to)));
                    targets.AddRange(people < Suppression.FewestPeople ? levels.Select(name => group + name) : []);
                }
            }
        }

        return Attacker.WorksOut(
            relations.Select(relation => new AggregateRelation(
                relation.Terms.Where(term => !known.Contains(term.Key)).ToImmutableSortedDictionary(StringComparer.Ordinal))),
            [],
            [.. targets, .. relations.SelectMany(relation => relation.Terms.Keys).Where(name => !known.Contains(name)).Except(targets)])
            .Where(targets.Contains)
            .ToList();
    }

    // The answers up to a version are those up to an earlier one and those of the group between.
    private static AggregateRelation Cumulated(string name, string group, int people, int[] sizes, int from, int to)
    {
        var terms = new Dictionary<string, long> { [group + name] = people, [$"v{to} {name}"] = -sizes[to] };
        if (from > 0)
        {
            terms[$"v{from - 1} {name}"] = sizes[from - 1];
        }

        return new(terms.ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    private static AggregateRelation Named(AggregateRelation relation, string prefix) =>
        new(relation.Terms.ToImmutableSortedDictionary(term => prefix + term.Key, term => term.Value, StringComparer.Ordinal));

    private static bool IsOfIit(string name) => name == "IIT" || Iit.Items.Any(item => item.Key.ToString() == name)
        || Iit.Instrument.Indicators.Any(number => name == $"IND{number}");

    private static List<AnswerSheet> Sheets(int count)
    {
        var random = new Random(count);
        return [.. Enumerable.Range(0, count).Select(_ => Surveys.Chance(Iit, random))];
    }

    private static AgencyResult Scored(
        IEnumerable<AnswerSheet> sheets, Func<ScoreKey, int?>? people = null, decimal checklist = 100, int? others = null)
    {
        var sums = SheetSums.ToScoreSheet(Framework.Year, "A1", [SheetSums.Sum(Iit, sheets)], "sheets");
        var scores = sums.Scores.Select(pair => KeyValuePair.Create(
                pair.Key, people is null ? pair.Value : pair.Value with { Respondents = people(pair.Key) }))
            .Concat(Framework.Items.Where(item => Checklist.Indicators.Contains(item.Indicator))
                .Select(item => KeyValuePair.Create(new ScoreKey(item.Code), new GivenScore(item.Code == "O1" ? checklist : 100))))
            .Concat(new[] { "EIT1", "EIT2" }.Select(part => KeyValuePair.Create(new ScoreKey(part), new GivenScore(90, others))))
            .ToImmutableSortedDictionary();
        return AgencyScorer.Score(Framework, ScoreSheet.Empty(Framework.Year, "A1") with { Scores = scores }, new(Framework.Year, "A1"));
    }
}
