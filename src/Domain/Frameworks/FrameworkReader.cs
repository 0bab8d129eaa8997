using System.Collections.Immutable;
using System.Text.Json;

namespace Ita.Domain.Frameworks;

/// <summary>
/// Reads a framework file strictly: an unknown, doubled, missing or null member is a fault of the file, not something to be guessed.
/// </summary>
/// <remarks>
/// Member by member, and not by the serializer: that compiles seven hundred methods before it has read its first file, half of what a
/// process takes to its first score. A test holds what is read here against what the serializer reads (<see cref="FrameworkJson"/>).
/// </remarks>
internal static class FrameworkReader
{
    /// <exception cref="JsonException">The text is not a framework.</exception>
    public static Framework Read(Stream json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
        return JsonMembers.Read(document.RootElement, ReadFramework);
    }

    private static Framework ReadFramework(JsonMembers of) => new(
        Year(of.Whole("year")),
        of.Text("version"),
        of.Many("instruments", ReadInstrument),
        of.Many("indicators", ReadIndicator),
        of.Many("subIndicators", ReadSubIndicator),
        of.Many("items", ReadItem),
        of.Many("scales", ReadScale),
        of.Many("issues", ReadIssue),
        of.One("rating", ReadRating),
        of.Many("sampleRules", ReadSampleRule),
        of.One("nonProcessing", ReadNonProcessing),
        of.TextByName("sources"));

    private static FiscalYear Year(int number)
    {
        try
        {
            return FiscalYear.FromBuddhistEra(number);
        }
        catch (ArgumentOutOfRangeException fault)
        {
            throw new JsonException("A fiscal year is a number of the Buddhist Era.", fault);
        }
    }

    private static Instrument ReadInstrument(JsonMembers of) => new(
        of.Text("code"),
        of.Text("nameTh"),
        of.Text("nameEn"),
        of.Named("answers", [("survey", AnswerKind.Survey), ("checklist", AnswerKind.Checklist)]),
        of.Text("itemPrefix"),
        of.One("weight", SourcedDecimal),
        of.WholeNumbers("indicators"),
        of.Many("parts", ReadPart));

    private static InstrumentPart ReadPart(JsonMembers of) => new(
        of.Text("code"), of.Whole("number"), of.Text("nameTh"), of.Text("nameEn"), of.Text("itemPrefix"), of.One("weight", SourcedDecimal));

    private static Indicator ReadIndicator(JsonMembers of) =>
        new(of.Whole("number"), of.Text("nameTh"), of.Texts("variants"), Marked(of), of.Text("source"));

    private static SubIndicator ReadSubIndicator(JsonMembers of) =>
        new(of.Text("code"), of.Text("nameTh"), of.Whole("indicator"), Marked(of), of.Text("source"));

    private static Item ReadItem(JsonMembers of) => new(
        of.Text("code"),
        of.Text("text"),
        of.Whole("indicator"),
        of.TextOrNull("subIndicator"),
        of.Text("scale"),
        Worded(of),
        of.Texts("labels"),
        of.Many("subQuestions", ReadSubQuestion),
        Marked(of),
        of.Text("source"),
        of.TextOrNull("note"));

    private static SubQuestion ReadSubQuestion(JsonMembers of) => new(of.Text("code"), of.Text("text"), Worded(of));

    private static AnswerScale ReadScale(JsonMembers of) => new(
        of.Text("code"), of.Many("choices", ReadChoice), of.Truth("turnsForNegative"), Marked(of), of.Text("source"));

    private static Choice ReadChoice(JsonMembers of) => new(of.Text("label"), of.Number("points"));

    private static Issue ReadIssue(JsonMembers of) =>
        new(of.Whole("number"), of.Text("title"), of.Texts("items"), Marked(of), of.Text("source"));

    private static RatingScheme ReadRating(JsonMembers of) => new(of.Text("code"), of.Many("bands", ReadBand), of.One("target", SourcedDecimal));

    private static RatingBand ReadBand(JsonMembers of) => new(
        of.Text("name"), of.One("totalAtLeast", SourcedDecimal), of.OneOrNull("everyInstrumentAtLeast", SourcedDecimal), of.Truth("passes"));

    private static SampleRule ReadSampleRule(JsonMembers of) => new(
        of.Text("instrument"),
        of.Named("population", [("internalStaff", Population.InternalStaff), ("externalStakeholders", Population.ExternalStakeholders)]),
        of.TextOrNull("ofMinimumOf"),
        of.One("share", SourcedDecimal),
        of.One("atLeast", SourcedWhole),
        of.OneOrNull("aboveThis", SourcedWhole),
        of.OneOrNull("aboveNeeds", SourcedWhole));

    private static NonProcessing ReadNonProcessing(JsonMembers of) =>
        new(of.One("countsAs", SourcedDecimal), of.Many("rules", ReadRule), Marked(of), of.Text("source"));

    private static NonProcessingRule ReadRule(JsonMembers of) => new(of.Text("reason"), of.TextOrNull("instrument"), of.Text("text"));

    private static Sourced<decimal> SourcedDecimal(JsonMembers of) => new(of.Number("value"), Marked(of), of.Text("source"));

    private static Sourced<int> SourcedWhole(JsonMembers of) => new(of.Whole("value"), Marked(of), of.Text("source"));

    private static Mark Marked(JsonMembers of) =>
        of.Named("mark", [("seed", Mark.Seed), ("public", Mark.Public), ("arith", Mark.Arith), ("assumed", Mark.Assumed)]);

    private static Polarity Worded(JsonMembers of) => of.Named("polarity", [("positive", Polarity.Positive), ("negative", Polarity.Negative)]);
}
