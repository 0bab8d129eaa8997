using Ita.Domain.Frameworks;
using Ita.Domain.Responses;

namespace Ita.Domain.Tests.Responses;

/// <summary>The equations that a reader of the published method knows, written from the framework of 2567 and not from a result.</summary>
internal static class PublicMethod
{
    public static IEnumerable<AggregateRelation> Relations(Framework framework)
    {
        yield return Sum("TOTAL", 100, ("IIT", 30), ("EIT1", 15), ("EIT2", 15), ("OIT", 40));
        yield return Sum("EIT", 2, ("EIT1", 1), ("EIT2", 1));
        foreach (var instrument in framework.Instruments)
        {
            yield return Mean(instrument.Code, instrument.Indicators.Select(number => $"IND{number}"));
            foreach (var part in instrument.Parts)
            {
                yield return Mean(part.Code, instrument.Indicators.Select(number => $"IND{number}@{part.Code}"));
            }

            foreach (var number in instrument.Indicators)
            {
                if (instrument.Parts.IsEmpty)
                {
                    foreach (var relation in Below(framework, number, ""))
                    {
                        yield return relation;
                    }
                }
                else
                {
                    yield return Mean($"IND{number}", instrument.Parts.Select(part => $"IND{number}@{part.Code}"));
                    foreach (var relation in instrument.Parts.SelectMany(part => Below(framework, number, $"@{part.Code}")))
                    {
                        yield return relation;
                    }
                }
            }
        }
    }

    private static IEnumerable<AggregateRelation> Below(Framework framework, int number, string part)
    {
        var subs = framework.SubIndicatorsOf(number).ToList();
        return subs.Count == 0
            ? [Mean($"IND{number}{part}", framework.ItemsOf(number).Select(item => item.Code + part))]
            : [Mean($"IND{number}{part}", subs.Select(sub => sub.Code + part)),
                .. subs.Select(sub => Mean(sub.Code + part, framework.ItemsOf(number, sub.Code).Select(item => item.Code + part)))];
    }

    private static AggregateRelation Mean(string parent, IEnumerable<string> children)
    {
        var all = children.ToArray();
        return Sum(parent, all.Length, [.. all.Select(child => (child, 1L))]);
    }

    private static AggregateRelation Sum(string parent, long weight, params (string Name, long Weight)[] terms) => new(terms
        .Append((Name: parent, Weight: -weight))
        .ToImmutableSortedDictionary(term => term.Name, term => term.Weight, StringComparer.Ordinal));
}
