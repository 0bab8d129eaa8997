using Ita.Domain.Responses;

namespace Ita.Intake.Kinds.Responses;

/// <summary>One survey of one year, by the spellings that files have for its questions.</summary>
internal sealed class Questionnaire
{
    private const int Suggestions = 3;

    private readonly Dictionary<string, Question> bySpelling = new(StringComparer.Ordinal);

    public Questionnaire(QuestionList list)
    {
        List = list;
        Cells = new(Read);
        ItemsOfSubQuestions = [.. list.Items.Where(item => item.HasSubQuestions)];
        foreach (var item in list.Items)
        {
            AddItem(item);
        }

        AddTexts();
    }

    public QuestionList List { get; }

    /// <summary>The part's code, or the instrument's own where it has none.</summary>
    public string Code => List.Code;

    public ImmutableArray<AskedItem> ItemsOfSubQuestions { get; }

    /// <summary>The questions by the cells that name them, in files with one row per answer.</summary>
    public CellCache<Question> Cells { get; }

    /// <param name="number">See <see cref="Question.Number"/>.</param>
    public string CodeOf(int number) => bySpelling.Values.First(question => question.Number == number).Code;

    /// <param name="plain">See <see cref="CellText.Plain"/>; the number may have leading zeros.</param>
    public Question? Find(string plain) =>
        bySpelling.GetValueOrDefault(plain) ?? bySpelling.GetValueOrDefault(CellText.WithoutZeros(plain));

    public bool Goes(string plain) => new[] { List.Code, List.NameTh, List.NameEn }.Any(name => CellText.Plain(name) == plain);

    private Reading<Question> Read(string cell)
    {
        var plain = CellText.Plain(cell);
        if (plain.Length == 0)
        {
            return new Fault(ProblemCatalogue.ItemEmpty);
        }

        return Find(plain) is { } question ? question : new Fault(ProblemCatalogue.UnknownItem)
            .With(
                "nearest",
                string.Join(", ", NearestName.Find(plain, bySpelling.Values.Select(known => known.Code).Distinct(), CellText.Plain, Suggestions)))
            .With("year", List.Framework.Year.ToString());
    }

    /// <summary>Texts that name one question only.</summary>
    private void AddTexts()
    {
        foreach (var text in List.Items.SelectMany(asked => QuestionTitles.TextsOf(asked.Item)).GroupBy(text => text.Plain))
        {
            if (text.Select(named => named.Code).Distinct().ToList() is [var code])
            {
                bySpelling.TryAdd(text.Key, bySpelling[CellText.Plain(code)]);
            }
        }
    }

    private void AddItem(AskedItem asked)
    {
        Add(new(asked.First, asked.Item.Code, asked, new(asked.Item.Code, List.Framework.ChoicesOf(asked.Item)), IsSubQuestion: false));
        foreach (var (number, sub) in asked.SubNumbers.Zip(asked.Item.SubQuestions))
        {
            Add(new(number, sub.Code, asked, new(sub.Code, List.Framework.ChoicesOf(asked.Item, sub)), IsSubQuestion: true));
        }
    }

    private void Add(Question question)
    {
        foreach (var spelling in List.SpellingsOf(question.Code))
        {
            bySpelling.TryAdd(CellText.Plain(spelling), question);
        }
    }
}
