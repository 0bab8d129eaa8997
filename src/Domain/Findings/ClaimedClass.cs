using System.Collections.Immutable;
using Ita.Domain.Analysis;
using Ita.Domain.Texts;

namespace Ita.Domain.Findings;

/// <summary>What documents call a score (their words stand in Texts/Data under <c>class.{Code}</c>), and which classes it may mean.</summary>
/// <param name="Means">The classes of which it is true: "passed" is true of two.</param>
public sealed record ClaimedClass(string Code, ImmutableArray<ScoreClass> Means)
{
    private const string BetweenSpellings = " / ";

    public static ClaimedClass Passed { get; } = new("passed", [ScoreClass.Improve, ScoreClass.Keep]);

    public static ClaimedClass NotPassed { get; } = new("notPassed", [ScoreClass.Urgent]);

    public static ClaimedClass Urgent { get; } = new("urgent", [ScoreClass.Urgent]);

    public static ClaimedClass Improve { get; } = new("improve", [ScoreClass.Improve]);

    public static ClaimedClass Keep { get; } = new("keep", [ScoreClass.Keep]);

    // "ไม่ผ่านเกณฑ์" ends with "ผ่านเกณฑ์", so labels are compared whole.
    private static readonly ImmutableArray<ClaimedClass> All = [Passed, NotPassed, Urgent, Improve, Keep];

    /// <summary>The label as people write it first.</summary>
    public string Label => Spellings[0];

    private string[] Spellings => TextCatalogue.Template($"class.{Code}").Th.Split(BetweenSpellings);

    /// <summary>Null when the label is none of the known ones: nothing is guessed.</summary>
    public static ClaimedClass? Read(string label)
    {
        var plain = PlainText.Of(label);
        return All.FirstOrDefault(known => known.Spellings.Any(spelling => PlainText.Of(spelling) == plain));
    }

    /// <summary>The true claim of the same kind: passed or not for those, otherwise the class.</summary>
    public ClaimedClass TrueOf(ScoreClass actual) => this == Passed || this == NotPassed
        ? actual == ScoreClass.Urgent ? NotPassed : Passed
        : All.Single(claim => claim != NotPassed && claim.Means is [var only] && only == actual);
}
