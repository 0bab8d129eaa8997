namespace Ita.App.Surveys.Forms;

/// <summary>The posted fields of a survey form: credentials, where the page was, and answers.</summary>
internal sealed record SentForm(ImmutableDictionary<string, string> Fields)
{
    public const string TokenField = "token";
    public const string CodeField = "code";
    public const string SubjectField = "subject";
    public const string PasswordField = "otp";

    /// <summary>See <see cref="SurveyPass"/>.</summary>
    public const string PassField = "pass";

    /// <summary>The page that was posted; see <see cref="FormPlace"/>.</summary>
    public const string AtField = "at";

    /// <summary>The button that was pressed; see <see cref="FormPlace"/>.</summary>
    public const string GoField = "go";

    private static readonly ImmutableArray<string> Others = [TokenField, CodeField, SubjectField, PasswordField, PassField, AtField, GoField];

    public string? Token => this[TokenField];

    /// <summary>Every other field, whether or not the form has such a question.</summary>
    public ImmutableDictionary<string, string> Answers => Fields.RemoveRange(Others);

    public string? this[string field] => Fields.GetValueOrDefault(field);

    /// <summary>The fields that a page of a form can post.</summary>
    public SentForm Of(QuestionList form) =>
        new(Fields.RemoveRange(Answers.Keys.Where(field => form.Find(field) is null)));

    public SentForm Without(params string[] fields) => new(Fields.RemoveRange(fields));

    public SentForm With(string field, string value) => new(Fields.SetItem(field, value));

    public bool Lacks(string field) => string.IsNullOrWhiteSpace(this[field]);

    /// <summary>Reads a posted form; refused when it is too large or unreadable.</summary>
    public static async Task<Outcome<SentForm>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var fields = await PostedFields.ReadAsync(request, cancellationToken);
        return fields.IsRefused ? fields.Refusal : new SentForm(fields.Value.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase));
    }
}
