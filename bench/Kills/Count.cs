using System.Diagnostics;
using System.Text.Json;
using Ita.Bench.Material;

namespace Ita.Bench.Kills;

/// <summary>Compares acknowledged posts with the content of the store.</summary>
/// <param name="Lost">Acknowledged, but not found.</param>
/// <param name="Doubled">Found more often than acknowledged.</param>
internal sealed record Count(int Acknowledged, int Found, int Lost, int Doubled)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static Count operator +(Count one, Count other) =>
        new(one.Acknowledged + other.Acknowledged, one.Found + other.Found, one.Lost + other.Lost, one.Doubled + other.Doubled);

    /// <summary>Counts per agency, so that a lost sheet of one agency does not hide a duplicate of another.</summary>
    public static async Task<Count> OfSheetsAsync(AppApi api, TestPosts posts, ILookup<string, PostKind> acknowledged)
    {
        var count = new Count(0, 0, 0, 0);
        foreach (var agency in posts.Agencies)
        {
            var forms = (await api.GetAsync(posts.SurveyPath(agency))).GetProperty("forms").EnumerateArray();
            var got = forms.Single(form => form.GetProperty("survey").GetString() == "IIT").GetProperty("got").GetInt32();
            count += Of(acknowledged[agency].Count(), got);
        }

        return count;
    }

    /// <summary>An upload is found when its agency has a result, and duplicated when the result has a second
    /// version.</summary>
    public static async Task<Count> OfUploadsAsync(AppApi api, TestPosts posts, ILookup<string, PostKind> acknowledged)
    {
        var count = new Count(0, 0, 0, 0);
        var began = Stopwatch.GetTimestamp();
        foreach (var agency in acknowledged.Select(posts => posts.Key))
        {
            count += Of(1, await VersionsAsync(api, posts.ResultPath(agency), began));
        }

        return count;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"acknowledged {Acknowledged}, found {Found}, lost {Lost}, doubled {Doubled}");

    private static Count Of(int acknowledged, int found) =>
        new(acknowledged, found, Math.Max(0, acknowledged - found), Math.Max(0, found - acknowledged));

    // An upload is processed after it is acknowledged, and the message of a killed worker is delivered again after ten
    // minutes at most.
    private static async Task<int> VersionsAsync(AppApi api, string result, long began)
    {
        while (true)
        {
            try
            {
                return (await api.GetAsync(result)).GetProperty("version").GetInt32();
            }
            catch (Exception missing) when (missing is HttpRequestException or JsonException)
            {
                if (Stopwatch.GetElapsedTime(began) > Patience)
                {
                    return 0;
                }

                await Task.Delay(500);
            }
        }
    }
}
