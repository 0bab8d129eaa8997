using System.Globalization;
using Azure.Core;

namespace Ita.Functions.Storage.Tables;

/// <summary>What to ask of a table. No filter means every entity, no selection every property.</summary>
internal sealed record TableQuery(string Table, string? Filter, int? MaxPerPage, IReadOnlyCollection<string> Select)
{
    public void AppendTo(RequestUriBuilder uri, int? size)
    {
        if (!string.IsNullOrEmpty(Filter))
        {
            uri.AppendQuery("$filter", Filter, escapeValue: true);
        }

        if (size is { } top)
        {
            uri.AppendQuery("$top", top.ToString(CultureInfo.InvariantCulture), escapeValue: false);
        }

        AppendSelect(uri, Select);
    }

    public static void AppendSelect(RequestUriBuilder uri, IReadOnlyCollection<string> select)
    {
        if (select.Count > 0)
        {
            uri.AppendQuery("$select", string.Join(',', select), escapeValue: true);
        }
    }
}
