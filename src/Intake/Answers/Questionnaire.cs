using System.Collections.Immutable;
using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;
using Ita.Intake.Cells;
using Ita.Intake.Headers;
using Ita.Intake.Problems;

namespace Ita.Intake.Answers;

/// <summary>What one survey asks in one year: a survey instrument, or one part of it where it has parts.</summary>
internal sealed class Questionnaire
{
    private const int Suggestions = 3;

    private readonly Dictionary<string, Question> bySpelling = new(StringComparer.Ordinal);
    private readonly Framework framework;
    private readonly Instrument instrument;
    private readonly InstrumentPart? part;

    public Questionnaire(Framework framework, Instrument instrument, InstrumentPart? part)
    {
        this.framework = framework;
        this.instrument = instrument;
        this.part = part;
        Items = [.. AskedItems()];
        Cells = new(Read);
        foreach (var item in Items)
        {
            AddItem(item);
        }
    }

    /// <summary>The part's code, or the instrument's own where it has none.</summary>
    public string Code => part?.Code ?? instrument.Code;

    public ImmutableArray<AskedItem> Items { get; }

    /// <summary>How many numbers its questions take in a tally.</summary>
    public int Numbers => Items.IsEmpty ? 0 : Items[^1].End;

    /// <summary>The questions by the cells that name them, one a row.</summary>
    public CellCache<Question> Cells { get; }

    /// <param name="plain">See <see cref="CellText.Plain"/>; zeros before the number may stand.</param>
    public Question? Find(string plain) =>
        bySpelling.GetValueOrDefault(plain) ?? bySpelling.GetValueOrDefault(ItemSpellings.WithoutZeros(plain));

    public bool Goes(string plain) => Names().Any(name => CellText.Plain(name) == plain);

    private IEnumerable<string> Names() => part is null
        ? [instrument.Code, instrument.NameTh, instrument.NameEn]
        : [part.Code, part.NameTh, part.NameEn];

    private Reading<Question> Read(string cell)
    {
        var plain = CellText.Plain(cell);
        if (plain.Length == 0)
        {
            return new Fault(ProblemCatalogue.ItemEmpty);
        }

        return Find(plain) is { } question ? question : new Fault(ProblemCatalogue.UnknownItem)
            .With("nearest", string.Join(", ", NearestName.Of(plain, bySpelling.Values.Select(known => known.Code).Distinct(), CellText.Plain, Suggestions)))
            .With("year", framework.Year.ToString());
    }

    private IEnumerable<AskedItem> AskedItems()
    {
        var first = 0;
        foreach (var item in framework.Items.Where(item => instrument.Indicators.Contains(item.Indicator)))
        {
            var asked = new AskedItem(item, new(item.Code, part?.Code), first);
            first = asked.End;
            yield return asked;
        }
    }

    private void AddItem(AskedItem asked)
    {
        Add(new(asked.First, asked.Item.Code, asked, new(asked.Item.Code, framework.ChoicesOf(asked.Item)), IsSubQuestion: false));
        foreach (var (number, sub) in asked.SubNumbers.Zip(asked.Item.SubQuestions))
        {
            Add(new(number, sub.Code, asked, new(sub.Code, framework.ChoicesOf(asked.Item, sub)), IsSubQuestion: true));
        }
    }

    private void Add(Question question)
    {
        bySpelling.Add(CellText.Plain(question.Code), question);
        if (part is not null)
        {
            bySpelling.TryAdd(CellText.Plain(part.ItemPrefix + question.Code[instrument.ItemPrefix.Length..]), question);
        }
    }
}
