using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Ita.App.Telemetry;

/// <summary>The app's source of traces and metrics. Tags contain kinds, counts and outcomes; never a person, an answer
/// or a file's name.</summary>
public static class ItaTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "Ita";

    public static ActivitySource Source { get; } = new(Name);

    private static readonly Meter Meter = new(Name);

    /// <summary>Duration of one execution of a step, in seconds. Tags: step, outcome (done or failed).</summary>
    public static Histogram<double> StepDuration { get; } = Meter.CreateHistogram<double>("ita.step.duration", "s", "Duration of a step.");

    /// <summary>Age of a message when its step begins, in seconds. Tag: step.</summary>
    public static Histogram<double> QueueAge { get; } =
        Meter.CreateHistogram<double>("ita.queue.age", "s", "Age of a queue message when its step begins.");

    /// <summary>Files read. Tags: kind, status.</summary>
    public static Counter<long> Uploads { get; } = Meter.CreateCounter<long>("ita.uploads", "{file}", "Files read to the end.");

    /// <summary>Rows read. Tags: kind, outcome (good or bad).</summary>
    public static Counter<long> Rows { get; } = Meter.CreateCounter<long>("ita.rows", "{row}", "Rows of files.");

    /// <summary>Versions of results stored.</summary>
    public static Counter<long> Results { get; } = Meter.CreateCounter<long>("ita.results", "{result}", "New versions of results.");

    /// <summary>Reports printed. Tag: kind.</summary>
    public static Counter<long> Prints { get; } = Meter.CreateCounter<long>("ita.prints", "{report}", "Reports printed.");

    /// <summary>Duration of one print in the browser, in seconds. Tag: kind.</summary>
    public static Histogram<double> PrintDuration { get; } = Meter.CreateHistogram<double>("ita.print.duration", "s", "Duration of a print.");

    /// <summary>Attempts to send letters. Tags: channel, outcome (sent, or retried or failed with the cause). Not tagged by agency, like the
    /// sheets.</summary>
    public static Counter<long> Letters { get; } = Meter.CreateCounter<long>("ita.letters", "{attempt}", "Attempts to send letters.");

    /// <summary>Survey sheets stored. Tag: survey (iit, eit1 or eit2). Not tagged by agency: a count per agency and
    /// time could identify a person.</summary>
    public static Counter<long> Sheets { get; } = Meter.CreateCounter<long>("ita.survey.sheets", "{sheet}", "Survey sheets stored.");

    /// <summary>Posts of respondents that were refused because too many waited.</summary>
    public static Counter<long> ShedPosts { get; } =
        Meter.CreateCounter<long>("ita.survey.shed", "{post}", "Posts of respondents refused because too many waited.");
}
