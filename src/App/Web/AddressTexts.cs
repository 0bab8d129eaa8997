using Ita.Domain.Texts;

namespace Ita.App.Web;

/// <summary>Endpoint metadata: the endpoint answers an id that cannot exist itself.</summary>
internal sealed record AnyId;

/// <summary>Refuses texts in an address that no stored value can have, before they reach the storage: an id that is no table key is not
/// found, and a province, type or other parameter that is too long is invalid.</summary>
internal sealed class AddressTexts : IEndpointFilter
{
    private const int LongestValue = 2_000;

    // The bar separates the parts of a summary's scope in storage names.
    private static readonly char[] RefusedInNames = ['|'];

    private static readonly Dictionary<string, int> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["province"] = TextLimits.Province,
        ["type"] = TextLimits.AgencyType,
    };

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<AnyId>() is null && !request.RouteValues.Values.OfType<string>().All(IsKey))
        {
            return Refusal.NotFound().ToResult();
        }

        var problem = request.Query.SelectMany(parameter => parameter.Value.Select(value => FindProblem(parameter.Key, value ?? "")))
            .FirstOrDefault(problem => problem is not null);
        return problem is null ? await next(context) : Refusal.Invalid("address-invalid").Because(problem).ToResult();
    }

    private static bool IsKey(string text) =>
        TextFaults.FindRefused(text, isMultiline: false) is null && TableKey.Escape(text).Length <= TableKeyRule.MaxLength;

    private static Problem? FindProblem(string name, string value)
    {
        var isName = Names.TryGetValue(name, out var limit);
        if (value.Length > (isName ? limit : LongestValue))
        {
            return new Problem("member-too-long", Severity.Error, Column: Shown(name)).With("limit", $"{(isName ? limit : LongestValue)}");
        }

        var at = isName ? value.IndexOfAny(RefusedInNames) : -1;
        return isName && (at >= 0 ? value[at] : TextFaults.FindRefused(value, isMultiline: false)) is { } refused
            ? new Problem("member-character", Severity.Error, Column: name, Value: $"U+{(int)refused:X4}")
            : null;
    }

    private static string Shown(string name) => name.Length <= 40 && name.All(char.IsAsciiLetterOrDigit) ? name : "…";
}
