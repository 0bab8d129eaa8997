namespace Ita.App.Surveys.Pages;

/// <summary>The posted fields of a survey form: credentials and answers.</summary>
internal sealed record SentForm(ImmutableDictionary<string, string> Fields)
{
    public const string TokenField = "token";
    public const string CodeField = "code";
    public const string SubjectField = "subject";
    public const string PasswordField = "otp";

    private static readonly ImmutableArray<string> Proofs = [TokenField, CodeField, SubjectField, PasswordField];

    public string? Token => this[TokenField];

    /// <summary>Every field that is not a credential, whether or not the form has such a question.</summary>
    public ImmutableDictionary<string, string> Answers => Fields.RemoveRange(Proofs);

    public string? this[string field] => Fields.GetValueOrDefault(field);

    public SentForm Without(string field) => new(Fields.Remove(field));

    public bool Lacks(string field) => string.IsNullOrWhiteSpace(this[field]);

    /// <summary>Reads a posted form; refused when it is too large or unreadable.</summary>
    public static async Task<Outcome<SentForm>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var fields = await PostedFields.ReadAsync(request, cancellationToken);
        return fields.IsRefused ? fields.Refusal : new SentForm(fields.Value.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase));
    }
}
