using Ita.Domain.Improvement;

namespace Ita.App.Measures;

/// <summary>Reads stored measures leniently: an earlier version stored nulls inside lists and texts.</summary>
internal static class StoredMeasures
{
    public static Measure Read(string json)
    {
        var stored = StoredJson.Read<Measure>(json);
        return stored with
        {
            Items = WithoutNull(stored.Items),
            Title = stored.Title ?? "",
            Steps = WithoutNull(stored.Steps),
            Period = stored.Period ?? "",
            Responsible = stored.Responsible ?? "",
            Monitoring = stored.Monitoring ?? "",
            Result = stored.Result ?? "",
            Evidence = [.. WithoutNull(stored.Evidence).Where(link => link.Url is not null)],
            Reports = [.. WithoutNull(stored.Reports).Select(report => report with { Result = report.Result ?? "" })],
            Pictures = WithoutNull(stored.Pictures),
        };
    }

    private static ImmutableArray<T> WithoutNull<T>(ImmutableArray<T> list) =>
        list.IsDefault ? [] : list.Any(one => one is null) ? [.. list.Where(one => one is not null)] : list;
}
