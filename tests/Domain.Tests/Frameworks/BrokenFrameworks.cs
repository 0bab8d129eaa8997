using Ita.Domain.Frameworks;

namespace Ita.Domain.Tests.Frameworks;

/// <param name="Fault">The message that the checks must report.</param>
internal sealed record BrokenFramework(string Name, Framework Framework, string Fault);

/// <summary>A broken copy of the 2566 framework for every check (2567 where a scale without labels is needed).</summary>
internal static class BrokenFrameworks
{
    private static readonly Framework Sound = FrameworkCatalogue.BuiltIn.Get(FiscalYear.FromBuddhistEra(2566));
    private static readonly Framework OwnLabels = FrameworkCatalogue.BuiltIn.Get(FiscalYear.FromBuddhistEra(2567));
    private static readonly Framework SubQuestions = FrameworkCatalogue.BuiltIn.Get(FiscalYear.FromBuddhistEra(2564));

    public static IReadOnlyList<BrokenFramework> All =>
        [.. Codes, .. Tree, .. Items, .. Weights, .. Scales, .. Ratings, .. Samples, .. Issues, .. Texts];

    private static IEnumerable<BrokenFramework> Codes =>
    [
        new("two instruments of one code", Sound.WithInstrument("OIT", it => it with { Code = "IIT" }),
            "The instrument or part IIT is there twice."),
        new("a part called like an instrument", Sound.WithParts(it => it with { Code = it.Number == 2 ? "OIT" : it.Code }),
            "The instrument or part OIT is there twice."),
        new("two instruments of one prefix", Sound.WithInstrument("OIT", it => it with { ItemPrefix = "E" }),
            "The item prefix E is there twice."),
        new("an indicator doubled", Sound with { Indicators = Sound.Indicators.Add(Sound.Indicators[0]) },
            "The indicator 1 is there twice."),
        new("a sub-indicator doubled", Sound with { SubIndicators = Sound.SubIndicators.Add(Sound.SubIndicators[0]) },
            "The sub-indicator 9.1 is there twice."),
        new("an item doubled", Sound.With("I2", it => it with { Code = "I1" }),
            "The item or sub-question I1 is there twice."),
        new("a scale doubled", Sound with { Scales = Sound.Scales.Add(Sound.Scales[0]) },
            "The scale likert4 is there twice."),
        new("a rating doubled", Sound.WithBand("ผ่าน", it => it with { Name = "ผ่านดี" }),
            "The rating ผ่านดี is there twice."),
    ];

    private static IEnumerable<BrokenFramework> Tree =>
    [
        new("an indicator in no instrument", Sound.WithInstrument("OIT", it => it with { Indicators = [9] }),
            "Indicator 10 belongs to 0 instruments, not to one."),
        new("an indicator in two instruments", Sound.WithInstrument("OIT", it => it with { Indicators = [8, 9, 10] }),
            "Indicator 8 belongs to 2 instruments, not to one."),
        new("an instrument with a strange indicator", Sound.WithInstrument("OIT", it => it with { Indicators = [9, 10, 11] }),
            "Instrument OIT names indicator 11, which does not exist."),
        new("a sub-indicator of a strange indicator", Sound.WithSub("10.2", it => it with { Indicator = 11 }),
            "Sub-indicator 10.2 names indicator 11, which does not exist."),
        new("an item beside sub-indicators", Sound.With("O7", it => it with { SubIndicator = null }),
            "Item O7 belongs to no sub-indicator, but indicator 9 has sub-indicators."),
        new("an indicator without items", Sound with { Items = [.. Sound.Items.Where(it => it.Indicator != 8)] },
            "Indicator 8 has no items."),
        new("a sub-indicator without items", Sound with { Items = [.. Sound.Items.Where(it => it.SubIndicator != "10.2")] },
            "Sub-indicator 10.2 has no items."),
    ];

    private static IEnumerable<BrokenFramework> Items =>
    [
        new("an item of a strange indicator", Sound.With("I30", it => it with { Indicator = 11 }),
            "Item I30 names indicator 11, which does not exist."),
        new("an item of a strange sub-indicator", Sound.With("O7", it => it with { SubIndicator = "9.6" }),
            "Item O7 names sub-indicator 9.6, which indicator 9 does not have."),
        new("an item of another indicator's sub-indicator", Sound.With("O7", it => it with { SubIndicator = "10.1" }),
            "Item O7 names sub-indicator 10.1, which indicator 9 does not have."),
        new("an item of the wrong letter", Sound.With("E7", it => it with { Code = "I7" }),
            "Item I7 is in the place of E7 of EIT."),
        new("a gap in the numbers", Sound with { Items = [.. Sound.Items.Where(it => it.Code != "O20")] },
            "Item O21 is in the place of O20 of OIT."),
        new("an item code in small letters", Sound.With("I1", it => it with { Code = "i1" }),
            "Item i1 is in the place of I1 of IIT."),
        new("a gap in the sub-questions", SubQuestions.With("I1", it => it with { SubQuestions = it.SubQuestions.RemoveAt(0) }),
            "Sub-question I1.2 is in the place of I1.1."),
    ];

    private static IEnumerable<BrokenFramework> Weights =>
    [
        new("weights short of 100", Sound.WithInstrument("OIT", it => it with { Weight = it.Weight.To(39.99m) }),
            "The weights sum to 99.99, not to 100."),
        new("a weight below zero", Sound.WithInstrument("OIT", it => it with { Weight = it.Weight.To(-40) }),
            "Instrument OIT has the weight -40."),
        new("parts lighter than their instrument", Sound.WithParts(it => it with { Weight = it.Weight.To(14) }),
            "The parts of EIT weigh 28, the instrument 30."),
        new("parts of different weight", Sound.WithParts(it => it with { Weight = it.Weight.To(it.Number == 1 ? 20 : 10) }),
            "The parts of EIT differ in weight."),
        new("parts numbered from 0", Sound.WithParts(it => it with { Number = it.Number - 1 }),
            "The parts of EIT are not numbered 1, 2 ..."),
    ];

    private static IEnumerable<BrokenFramework> Scales =>
    [
        new("a strange scale", Sound.With("I1", it => it with { Scale = "likert5" }),
            "Item I1 names the scale likert5, which does not exist."),
        new("a scale from above 0", Sound.WithChoice("likert4", 0, it => it with { Points = 1 }),
            "Scale likert4 does not run from 0 to 100."),
        new("a scale beyond 100", Sound.WithChoice("likert4", 3, it => it with { Points = 101 }),
            "Scale likert4 does not run from 0 to 100."),
        new("a scale best first", Sound.WithScale("likert4", it => it with { Choices = [.. it.Choices.Reverse()] }),
            "The points of scale likert4 do not rise from choice to choice."),
        new("two choices of equal points", Sound.WithChoice("likert4", 1, it => it with { Points = 67 }),
            "The points of scale likert4 do not rise from choice to choice."),
        new("a scale half labelled", Sound.WithChoice("likert4", 1, it => it with { Label = "" }),
            "Scale likert4 has labels for some of its choices only."),
        new("a label too few", OwnLabels.With("I1", it => it with { Labels = it.Labels.RemoveAt(5) }),
            "Item I1 has 5 labels for 6 choices."),
        new("no labels anywhere", OwnLabels.With("I1", it => it with { Labels = [] }),
            "Item I1 has no labels, and its scale has none either."),
        new("a label twice", OwnLabels.With("I6", it => it with { Labels = it.Labels.SetItem(0, "ไม่มี") }),
            "The label of I6: ไม่มี is there twice."),
        new("a scale that no item uses", Sound with { Scales = Sound.Scales.Add(Sound.Scales[0] with { Code = "spare" }) },
            "Scale spare is used by no item."),
    ];

    private static IEnumerable<BrokenFramework> Ratings =>
    [
        new("a rating above a better one", Sound.WithBand("ต้องปรับปรุง", it => it with { TotalAtLeast = it.TotalAtLeast.To(86) }),
            "Rating ต้องปรับปรุง can never be reached below ผ่าน."),
        new("equal totals, the condition lost", Sound.WithBand("ผ่านดี", it => it with { EveryInstrumentAtLeast = null }),
            "Rating ผ่าน can never be reached below ผ่านดี."),
        new("equal totals, equal conditions",
            Sound.WithBand("ผ่าน", it => it with { EveryInstrumentAtLeast = Sound.Rating.Bands[1].EveryInstrumentAtLeast }),
            "Rating ผ่าน can never be reached below ผ่านดี."),
        new("a last rating above 0",
            Sound.WithBand("ต้องปรับปรุงโดยด่วน", it => it with { TotalAtLeast = it.TotalAtLeast.To(0.01m) }),
            "The last rating does not take every total from 0 up."),
        new("a last rating with a condition",
            Sound.WithBand("ต้องปรับปรุงโดยด่วน", it => it with { EveryInstrumentAtLeast = it.TotalAtLeast }),
            "The last rating does not take every total from 0 up."),
        new("a total of three decimals", Sound.WithBand("ผ่านดีเยี่ยม", it => it with { TotalAtLeast = it.TotalAtLeast.To(94.995m) }),
            "The threshold 94.995 is not a score of two decimals from 0 to 100."),
        new("a condition above 100",
            Sound.WithBand("ผ่านดีเยี่ยม", it => it with { EveryInstrumentAtLeast = it.TotalAtLeast.To(100.01m) }),
            "The threshold 100.01 is not a score of two decimals from 0 to 100."),
        new("a target below 0", Sound with { Rating = Sound.Rating with { Target = Sound.Rating.Target.To(-1) } },
            "The threshold -1 is not a score of two decimals from 0 to 100."),
        new("a pass below the target", Sound.WithBand("ต้องปรับปรุง", it => it with { Passes = true }),
            "Rating ต้องปรับปรุง says it passes, against the target 85."),
        new("a fail above the target", Sound.WithBand("ผ่าน", it => it with { Passes = false }),
            "Rating ผ่าน says it fails, against the target 85."),
    ];

    private static IEnumerable<BrokenFramework> Samples =>
    [
        new("a survey without a rule", Sound with { SampleRules = Sound.SampleRules.RemoveAt(0) },
            "There are 0 sample rules for IIT, not one."),
        new("a part with two rules", Sound with { SampleRules = Sound.SampleRules.Add(Sound.SampleRules[2]) },
            "There are 2 sample rules for EIT2, not one."),
        new("a rule for a strange instrument", Sound.WithSample("IIT", it => it with { Instrument = "XIT" }),
            "A rule names the instrument XIT, which does not exist."),
        new("a non-processing rule for a strange instrument", Sound with
            {
                NonProcessing = Sound.NonProcessing with { Rules = [Sound.NonProcessing.Rules[0] with { Instrument = "YIT" }] },
            },
            "A rule names the instrument YIT, which does not exist."),
        new("a sample resting on itself", Sound.WithSample("EIT2", it => it with { OfMinimumOf = "EIT2" }),
            "The sample of EIT2 rests on EIT2, which has no rule before it."),
        new("a share in percent", Sound.WithSample("IIT", it => it with { Share = it.Share.To(20) }),
            "The sample of IIT is the share 20, not above 0 up to 1."),
        new("a share of 0", Sound.WithSample("IIT", it => it with { Share = it.Share.To(0) }),
            "The sample of IIT is the share 0, not above 0 up to 1."),
        new("a floor of 0", Sound.WithSample("IIT", it => it with { AtLeast = it.AtLeast.To(0) }),
            "The sample of IIT is at least 0, which is no respondent."),
        new("a large population without its number", Sound.WithSample("IIT", it => it with { AboveNeeds = null }),
            "The sample of IIT for a large population is not told in full, or makes no sense."),
        new("more respondents than people", Sound.WithSample("IIT", it => it with { AboveNeeds = it.AboveThis!.To(4001) }),
            "The sample of IIT for a large population is not told in full, or makes no sense."),
        new("a bonus for not being processed", Sound with
            {
                NonProcessing = Sound.NonProcessing with { CountsAs = Sound.NonProcessing.CountsAs.To(101) },
            },
            "An unprocessed instrument counts as 101, which is not a score."),
    ];

    private static IEnumerable<BrokenFramework> Issues =>
    [
        new("an issue missing", Sound with { Issues = Sound.Issues.RemoveAt(6) }, "The issues are not numbered 1 to 7."),
        new("issues out of order", Sound with { Issues = [.. Sound.Issues.Reverse()] }, "The issues are not numbered 1 to 7."),
        new("an issue with a strange item", Sound.WithIssue(4, it => it with { Items = it.Items.Add("O44") }),
            "Issue 4 names item O44, which does not exist."),
        new("an item twice in an issue", Sound.WithIssue(4, it => it with { Items = it.Items.Add("O34") }),
            "The entry of issue 4: O34 is there twice."),
        new("an issue without items", Sound.WithIssue(4, it => it with { Items = [] }), "Issue 4 has no items."),
    ];

    private static IEnumerable<BrokenFramework> Texts =>
    [
        new("an empty text", Sound.With("I1", it => it with { Text = "" }), "The text at $.items[0].text is empty."),
        new("a text of a space", Sound.With("I1", it => it with { Text = " " }), "The text at $.items[0].text has a space at an end."),
        new("two spaces", Sound.With("I1", it => it with { Text = "ก  ข" }), "The text at $.items[0].text has two spaces in a row."),
        new("a lost character", Sound.WithIssue(1, it => it with { Title = "ก\uFFFDข" }),
            "The text at $.issues[0].title has a character lost in decoding."),
        new("a Hindi vowel", OwnLabels.With("I1", it => it with { Labels = it.Labels.SetItem(5, "ด\u0941") }),
            "The text at $.items[0].labels[5] has a Devanagari letter."),
        new("a strange source of a number", Sound.WithInstrument("OIT", it => it with { Weight = it.Weight with { Source = "S009" } }),
            "The source 'S009' cited at $.instruments[2].weight.source is not explained."),
        new("a strange second source", Sound.With("I1", it => it with { Source = "S002 (text); S009 (scale)" }),
            "The source 'S009' cited at $.items[0].source is not explained."),
        new("a number without source", Sound.WithSample("IIT", it => it with { Share = it.Share with { Source = "" } }),
            "The text at $.sampleRules[0].share.source is empty."),
        new("a source that is not cited", Sound with { Sources = Sound.Sources.Add("S009", "a report") },
            "The source 'S009' is cited nowhere."),
    ];
}
