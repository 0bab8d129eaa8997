using Ita.Domain.Ranking;
using Ita.Reports.Analysis;

namespace Ita.App.Results;

/// <summary>Why a result has no total, as stored in its row: a column with the kind, and one with the Thai sentence.</summary>
internal static class TotalReason
{
    /// <summary>The property with the kind of reason; missing in rows written before rules.2.</summary>
    public const string Column = "withoutTotal";

    /// <summary>The property with the reason in Thai.</summary>
    public const string Sentence = "whyNoTotal";

    private static readonly string NotRegistered = Reason.Of("not-registered").Text.Th;
    private static readonly string Withheld = StatusNames.Of(ScoreStatus.Withheld);

    public static IReadOnlyCollection<string> Columns { get; } = [Column, Sentence];

    public static void Write(TableEntity row, ScoreNode total)
    {
        row[Column] = total.Shown is null ? KindOf(total).ToString() : null;
        row[Sentence] = total.Shown is null ? total.Reason?.Text.Th : null;
    }

    /// <summary>The kind of reason; of no meaning for a row with a total.</summary>
    public static WithoutTotal Read(TableEntity row) => row.GetString(Column) is { } kind
        ? Enum.Parse<WithoutTotal>(kind)
        : row.GetString(Sentence) switch
        {
            { } sentence when sentence == NotRegistered => WithoutTotal.NotProcessed,
            { } sentence when sentence.StartsWith(Withheld, StringComparison.Ordinal) => WithoutTotal.Withheld,
            _ => WithoutTotal.NoData,
        };

    private static WithoutTotal KindOf(ScoreNode total) => total.StatusShown switch
    {
        ScoreStatus.NotProcessed => WithoutTotal.NotProcessed,
        ScoreStatus.Withheld => WithoutTotal.Withheld,
        _ => WithoutTotal.NoData,
    };
}
