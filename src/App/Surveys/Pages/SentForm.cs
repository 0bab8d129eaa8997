using System.Collections.Immutable;
using Ita.App.Web;

namespace Ita.App.Surveys.Pages;

/// <summary>The fields of a survey form as they came: those that prove something, and the answers.</summary>
internal sealed record SentForm(ImmutableDictionary<string, string> Fields)
{
    public const string TokenField = "token";
    public const string CodeField = "code";
    public const string SubjectField = "subject";
    public const string PasswordField = "otp";

    private static readonly ImmutableArray<string> Proofs = [TokenField, CodeField, SubjectField, PasswordField];

    public string? Token => this[TokenField];

    /// <summary>Everything that is to be an answer, whether or not the form asks it.</summary>
    public ImmutableDictionary<string, string> Answers => Fields.RemoveRange(Proofs);

    public string? this[string field] => Fields.GetValueOrDefault(field);

    public SentForm Without(string field) => new(Fields.Remove(field));

    public bool Lacks(string field) => string.IsNullOrWhiteSpace(this[field]);

    /// <summary>The form, or null with the answer to give.</summary>
    public static async Task<(SentForm? Form, IResult Refusal)> ReadAsync(HttpRequest request, CancellationToken stop)
    {
        var (fields, refusal) = await PostedFields.ReadAsync(request, stop);
        return (fields is null ? null : new(fields.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase)), refusal);
    }
}
