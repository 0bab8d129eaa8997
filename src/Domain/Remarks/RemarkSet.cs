using Ita.Domain.Responses;

namespace Ita.Domain.Remarks;

/// <summary>The remarks about one agency and year from one instrument.</summary>
/// <param name="Instrument">The code of the instrument.</param>
/// <param name="Count">How many were sent.</param>
/// <param name="Shown">All of them, by item and text, or none when too few people may have written them.</param>
/// <remarks>
/// Neither a time nor the order of the file is kept, so that remarks of one person are not beside each other. Remarks of fewer than
/// <see cref="Suppression.FewestPeople"/> respondents are not kept at all: the staff of a small office can be recognised by what they write. A file
/// does not name respondents, so that each remark counts as one of them. Assessors' remarks are official and always kept.
/// </remarks>
public sealed record RemarkSet(string Instrument, int Count, ImmutableArray<Remark> Shown)
{
    /// <summary>Whether they were too few to be kept.</summary>
    public bool IsWithheld => Shown.IsEmpty;

    /// <summary>One set for each instrument that has remarks, in the order of the framework.</summary>
    public static ImmutableArray<RemarkSet> Create(Framework framework, IEnumerable<Remark> remarks)
    {
        ArgumentNullException.ThrowIfNull(framework);
        var sent = remarks.ToLookup(remark => remark.Instrument, StringComparer.Ordinal);
        return
        [
            .. from instrument in framework.Instruments
               where sent.Contains(instrument.Code)
               select Create(framework, instrument, [.. sent[instrument.Code]]),
        ];
    }

    /// <summary>Sets of one agency in the order of the framework.</summary>
    public static ImmutableArray<RemarkSet> InOrder(Framework framework, IEnumerable<RemarkSet> sets)
    {
        ArgumentNullException.ThrowIfNull(framework);
        var order = framework.Instruments.Select(instrument => instrument.Code).ToList();
        return [.. sets.OrderBy(set => order.IndexOf(set.Instrument)).ThenBy(set => set.Instrument, StringComparer.Ordinal)];
    }

    private static RemarkSet Create(Framework framework, Instrument instrument, ImmutableArray<Remark> sent)
    {
        var order = framework.Items.Select(item => item.Code).Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        return new(
            instrument.Code,
            sent.Length,
            instrument.Answers is AnswerKind.Survey && sent.Length < Suppression.FewestPeople ? [] :
            [
                .. sent.OrderBy(remark => order.GetValueOrDefault(remark.Item ?? "", -1))
                    .ThenBy(remark => remark.Item, StringComparer.Ordinal)
                    .ThenBy(remark => remark.Issue)
                    .ThenBy(remark => remark.Text, StringComparer.Ordinal),
            ]);
    }
}
