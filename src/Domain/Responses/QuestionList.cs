using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace Ita.Domain.Responses;

/// <summary>
/// The questions of one survey in one year: of a survey instrument, or of one part where it has parts. The same list is used to display the
/// form, to validate posted sheets and to read response files.
/// </summary>
/// <remarks>
/// Options are shown and numbered from 1 in the order of the framework file. The options of a scale (little … much) have the same order in
/// every question, so a respondent who does not read a negative question contradicts their other answers.
/// </remarks>
public sealed class QuestionList
{
    private static readonly ConditionalWeakTable<Framework, IReadOnlyList<QuestionList>> Known = [];

    private readonly FrozenDictionary<string, AskedQuestion> bySpelling;

    private QuestionList(Framework framework, Instrument instrument, InstrumentPart? part)
    {
        Framework = framework;
        Instrument = instrument;
        Part = part;
        Items = [.. AskedItems()];
        ItemsByKey = [.. Items.OrderBy(item => item.Key)];
        Keys = [.. ItemsByKey.Select(item => item.Key)];
        Questions = [.. AskedQuestions()];
        Sections = [.. Questions.GroupBy(question => question.Item.Item.Indicator)
            .Select(group => new QuestionSection(framework.Indicator(group.Key), [.. group]))];
        bySpelling = Questions.SelectMany(question => SpellingsOf(question.Code), KeyValuePair.Create)
            .ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);
        Mark = MarkOf(Questions);
    }

    public Framework Framework { get; }

    public Instrument Instrument { get; }

    /// <summary>Null when the instrument has no parts.</summary>
    public InstrumentPart? Part { get; }

    /// <summary>The code of the part, or of the instrument when it has no parts: IIT, EIT1.</summary>
    public string Code => Part?.Code ?? Instrument.Code;

    public string NameTh => Part?.NameTh ?? Instrument.NameTh;

    public string NameEn => Part?.NameEn ?? Instrument.NameEn;

    /// <summary>Empty in a year whose questions are not known.</summary>
    public ImmutableArray<AskedItem> Items { get; }

    /// <summary>The items ordered by score key, parallel to <see cref="Keys"/>.</summary>
    public ImmutableArray<AskedItem> ItemsByKey { get; }

    public ImmutableArray<ScoreKey> Keys { get; }

    /// <summary>The questions in the order of the form; an item with sub-questions is represented by these only.</summary>
    public ImmutableArray<AskedQuestion> Questions { get; }

    /// <summary>The questions grouped by indicator; each group is one section of the form.</summary>
    public ImmutableArray<QuestionSection> Sections { get; }

    /// <summary>Number of positions its items and sub-questions take in <see cref="SheetSums"/>.</summary>
    public int Numbers => Items.IsEmpty ? 0 : Items[^1].End;

    /// <summary>
    /// Eight hexadecimal digits that change when the meaning of a stored answer changes: the questions, their order or the points of their
    /// options. A change of wording does not change it.
    /// </summary>
    public string Mark { get; }

    /// <summary>Every survey of a year, including those whose questions are not known.</summary>
    public static IReadOnlyList<QuestionList> All(Framework framework) => Known.GetValue(framework, static made =>
    [
        .. made.Instruments.Where(instrument => instrument.Answers is AnswerKind.Survey).SelectMany(instrument => instrument.Parts.IsEmpty
            ? [new QuestionList(made, instrument, part: null)]
            : instrument.Parts.Select(part => new QuestionList(made, instrument, part))),
    ]);

    /// <summary>Null when the year has no such survey or its questions are not known.</summary>
    /// <param name="code">See <see cref="Code"/>.</param>
    public static QuestionList? Find(Framework framework, string code) =>
        All(framework).FirstOrDefault(list => list.Code == code && !list.Questions.IsEmpty);

    /// <summary>Null when the year has no such survey or part, or its questions are not known.</summary>
    /// <param name="instrument">Code of the instrument, for example EIT.</param>
    /// <param name="part">1 or 2; null when the instrument has no parts.</param>
    public static QuestionList? Find(Framework framework, string instrument, int? part) => All(framework).FirstOrDefault(list =>
        list.Instrument.Code == instrument && list.Part?.Number == part && !list.Questions.IsEmpty);

    /// <summary>The question with a field name, case-insensitive; null when there is none.</summary>
    public AskedQuestion? Find(string name) => bySpelling.GetValueOrDefault(name);

    /// <summary>The code of a question, and its spelling for this part in documents: E1, ep1.</summary>
    public IEnumerable<string> SpellingsOf(string code) =>
        Part is null ? [code] : new[] { code, Part.ItemPrefix + code[Instrument.ItemPrefix.Length..] }.Distinct();

    private IEnumerable<AskedItem> AskedItems()
    {
        var first = 0;
        foreach (var item in Framework.Items.Where(item => Instrument.Indicators.Contains(item.Indicator)))
        {
            var asked = new AskedItem(item, new(item.Code, Part?.Code), first);
            first = asked.End;
            yield return asked;
        }
    }

    private IEnumerable<AskedQuestion> AskedQuestions() => Items.SelectMany(Asked).Select((question, place) => question with { Place = place });

    private IEnumerable<AskedQuestion> Asked(AskedItem asked) => asked.HasSubQuestions
        ? asked.SubNumbers.Zip(asked.Item.SubQuestions, (number, sub) =>
            new AskedQuestion(0, number, sub.Code, sub.Text, sub.Polarity, asked, OptionsOf(asked.Item, sub)))
        : [new AskedQuestion(0, asked.First, asked.Item.Code, asked.Item.Text, asked.Item.Polarity, asked, OptionsOf(asked.Item, null))];

    private ImmutableArray<AnswerOption> OptionsOf(Item item, SubQuestion? sub)
    {
        IEnumerable<Choice> choices = Framework.ChoicesOf(item, sub);
        var turned = item.Labels.IsEmpty && Framework.Scale(item.Scale).TurnsForNegative && (sub?.Polarity ?? item.Polarity) == Polarity.Negative;
        return [.. (turned ? choices.Reverse() : choices).Select((choice, index) => new AnswerOption(index + 1, choice.Label, choice.Points))];
    }

    private static string MarkOf(ImmutableArray<AskedQuestion> questions)
    {
        var meaning = string.Join('\n', questions.Select(question => string.Create(
            CultureInfo.InvariantCulture, $"{question.Code}:{string.Join('/', question.Options.Select(option => option.Units))}")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(meaning)))[..8];
    }
}

/// <summary>One section of a form: the questions of one indicator.</summary>
public sealed record QuestionSection(Indicator Indicator, ImmutableArray<AskedQuestion> Questions);
