using Microsoft.AspNetCore.Http.Extensions;

namespace Ita.App.Web;

/// <summary>The query of a page's address.</summary>
internal static class PageQuery
{
    /// <summary>The parameters that have a value, with a question mark; empty when none has.</summary>
    public static string Of(params IEnumerable<(string Name, string? Value)> parts) => new QueryBuilder(
        parts.Where(part => part.Value is not null).Select(part => KeyValuePair.Create(part.Name, part.Value!))).ToString();

    /// <summary>The value of the parameter <c>page</c>; null for the first page, which needs none.</summary>
    public static string? Page(int page) => page == 1 ? null : page.ToString(CultureInfo.InvariantCulture);
}
