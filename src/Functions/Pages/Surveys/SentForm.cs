using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.Features;

namespace Ita.Functions.Pages.Surveys;

/// <summary>The fields of a survey form as they came: those that prove something, and the answers.</summary>
internal sealed record SentForm(ImmutableSortedDictionary<string, string> Fields)
{
    public const string TokenField = "token";
    public const string CodeField = "code";
    public const string SubjectField = "subject";
    public const string PasswordField = "password";

    // The longest form has some thirty answers of a few letters each.
    private const int MostBytes = 32 * 1024;

    private static readonly ImmutableHashSet<string> Proofs = [TokenField, CodeField, SubjectField, PasswordField];

    public string? Token => this[TokenField];

    /// <summary>Everything that is to be an answer, whether or not the form asks it.</summary>
    public ImmutableSortedDictionary<string, string> Answers => Fields.RemoveRange(Proofs);

    public string? this[string field] => Fields.GetValueOrDefault(field);

    public SentForm Without(string field) => new(Fields.Remove(field));

    public bool Lacks(string field) => string.IsNullOrWhiteSpace(this[field]);

    /// <summary>Null when it is no form, or a longer one than any of ours.</summary>
    public static async Task<SentForm?> ReadAsync(HttpContext context, CancellationToken stop)
    {
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = MostBytes;
        if (!context.Request.HasFormContentType || context.Request.ContentLength > MostBytes)
        {
            return null;
        }

        try
        {
            var form = await context.Request.ReadFormAsync(stop);
            return new(form.ToImmutableSortedDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.OrdinalIgnoreCase));
        }
        catch (Exception fault) when (fault is InvalidDataException or BadHttpRequestException)
        {
            // What somebody sent, and no fault of ours: not a form, or one without end.
            return null;
        }
    }
}
