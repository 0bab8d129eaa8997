namespace Ita.Domain.Scoring;

/// <summary>
/// An instrument asked in two parts of equal weight. Its indicators may be stated for each part, for both together, or both; a part that
/// was not stated is derived from the other part and the combined figures, as far as possible.
/// </summary>
/// <remarks>
/// The published indicator is the mean of the two parts (docs/sources/seed-003.md). So the other part is 2 x combined - part, and when only
/// the combined figure m is known, each part is at least 2m - 100.
/// </remarks>
internal static class PartScores
{
    public static Checked<ScoreNode> Compute(ScoringContext context, Instrument instrument)
    {
        var stated = Checked.Join(instrument.Parts.Select(part => Part(context, instrument, part)));
        var together = Checked.Join(instrument.Indicators.Select(number => IndicatorScores.Compute(context, number, null)));
        var ((parts, whole), findings) = Complete(context, instrument, new(stated.Value, together.Value), [.. stated.Findings, .. together.Findings]);
        var node = InstrumentScores.Node(instrument, whole) with { Parts = parts };
        var published = context.Given(node.Key);
        var combined = Combination.Mean(context, node, parts.All(part => part.Score is not null) ? parts : whole, published);
        var bounded = PartBounds.Bounded(combined.Value);
        return new(bounded with { Parts = PartBounds.Narrowed(bounded, parts) }, [.. findings, .. combined.Findings]);
    }

    private static Checked<ScoreNode> Part(ScoringContext context, Instrument instrument, InstrumentPart part)
    {
        var indicators = Checked.Join(instrument.Indicators.Select(number => IndicatorScores.Compute(context, number, part.Code)));
        var node = Node(part, indicators.Value);
        var published = context.Given(node.Key) ?? context.Given(new ScoreKey(instrument.Code, part.Code));
        return Combination.Mean(context, node, indicators.Value, published).After(indicators.Findings);
    }

    /// <summary>A part without a score yet.</summary>
    public static ScoreNode Node(InstrumentPart part, ImmutableArray<ScoreNode> indicators) => new()
    {
        Level = Level.Part,
        Key = new(part.Code),
        Name = part.NameTh,
        Weight = part.Weight.Value,
        Status = ScoreStatus.NoData,
        Formula = "",
        Children = indicators,
    };

    private static Checked<PartsAndWhole> Complete(
        ScoringContext context, Instrument instrument, PartsAndWhole known, ImmutableArray<Finding> findings)
    {
        var (parts, whole) = known;
        var stated = parts.Where(HasFigures).ToList();
        if (stated.Count == parts.Length)
        {
            var together = Together(context, instrument, parts);
            return Checked.Of(new PartsAndWhole(parts, together.Value), [.. findings, .. CheckUnnamed(context, whole, parts), .. together.Findings]);
        }

        if (stated.Count == 1)
        {
            var derived = OtherPart.Derive(context, instrument, parts, whole, stated[0]);
            return Checked.Of(new PartsAndWhole(derived.Value, whole), [.. findings, .. derived.Findings]);
        }

        return whole.Any(indicator => indicator.Children.Any(item => item.Score is not null))
            ? UnnamedPart.Resolve(context, instrument, known, findings)
            : new(known, findings);
    }

    private static bool HasFigures(ScoreNode part) => part.Score is not null || part.Children.Any(indicator =>
        indicator.SelfAndBelow().Any(node => node.Score is not null));

    /// <summary>Checks each item that is stated without a part in addition to both parts: it must be their mean.</summary>
    private static ImmutableArray<Finding> CheckUnnamed(ScoringContext context, ImmutableArray<ScoreNode> whole, ImmutableArray<ScoreNode> parts)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var items = parts.SelectMany(part => part.SelfAndBelow())
            .Where(node => node is { Level: Level.Item, Score: not null }).ToLookup(node => node.Key.Code);
        foreach (var unnamed in whole.SelectMany(node => node.SelfAndBelow()).Where(node => node is { Level: Level.Item, Score: not null }))
        {
            ImmutableArray<ScoreNode> both = [.. items[unnamed.Key.Code]];
            if (both.Length == parts.Length)
            {
                findings.AddRange(Combination.Mean(context, unnamed, both, context.Given(unnamed.Key)).Findings);
            }
        }

        return findings.ToImmutable();
    }

    // Both parts are known, so the combined indicators are computed from them and not from items without a part.
    private static Checked<ImmutableArray<ScoreNode>> Together(ScoringContext context, Instrument instrument, ImmutableArray<ScoreNode> parts) =>
        Checked.Join(instrument.Indicators.Select(number =>
        {
            var key = ScoreKey.Indicator(number);
            ImmutableArray<ScoreNode> figures = [.. parts.Select(part => part.Children.First(node => node.Key.Code == key.Code))];
            var node = IndicatorScores.Node(context, key, number, []);
            return Combination.Mean(context, node, figures, context.Given(key));
        }));
}

/// <param name="Parts">The nodes of the parts.</param>
/// <param name="Whole">The combined indicators of both parts.</param>
internal readonly record struct PartsAndWhole(ImmutableArray<ScoreNode> Parts, ImmutableArray<ScoreNode> Whole);
