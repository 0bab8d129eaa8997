using Ita.Intake.Frameworks;

namespace Ita.Intake.Tests.Frameworks;

/// <summary>Twenty faults for the form of 2567.</summary>
internal static class SeededCells
{
    public static IReadOnlyList<SeededCell> All { get; } =
    [
        new(FormSheets.Year, 2, "version", "2567-1", "framework-version"),
        new(FormSheets.Year, 2, "nonProcessing.countsAs.value", "120", "framework-counts-as"),
        new(FormSheets.Year, 2, "rating.target.mark", "guess", "framework-member-word"),
        new(FormSheets.Instruments, 2, "itemPrefix", "IITX", "framework-prefix"),
        new(FormSheets.Instruments, 6, "indicators", "9, 11", "framework-not-found"),
        new(FormSheets.Instruments, 6, "nameTh", "", "framework-member-missing"),
        new(FormSheets.Indicators, 4, "number", "สาม", "framework-member-type"),
        new(FormSheets.Indicators, 5, "mark", "", "framework-member-missing"),
        new(FormSheets.SubIndicators, 2, "code", "9.7", "framework-sub-code"),
        new(FormSheets.Items, 2, "scale", "likert5", "framework-not-found"),
        new(FormSheets.Items, 3, "text", "", "framework-member-missing"),
        new(FormSheets.Items, 6, "labels", "ก\nข", "framework-labels-count"),
        new(FormSheets.Items, 40, "source", "S777", "framework-source-unknown"),
        new(FormSheets.Items, 30, "polarity", "up", "framework-member-word"),
        new(FormSheets.Ratings, 3, "passes", "อาจจะ", "framework-member-type"),
        new(FormSheets.Ratings, 4, "totalAtLeast.value", "85.001", "framework-threshold"),
        new(FormSheets.Samples, 2, "share.value", "20", "framework-sample-share"),
        new(FormSheets.Samples, 3, "population", "everyone", "framework-member-word"),
        new(FormSheets.Rules, 3, "reason", "forgotten", "framework-reason-unknown"),
        new(FormSheets.Issues, 4, "items", "O1 O99", "framework-not-found"),
    ];
}
