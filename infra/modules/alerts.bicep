// The alerts of an environment.
param name string
param location string
param tags object
param address string
param workspaceId string
param appId string
param topicId string

var rules = [
  {
    name: 'poison'
    severity: 1
    text: 'Work failed five times and was laid aside. docs/operations.md, "Retry".'
    query: 'StorageQueueLogs | where OperationName == "PutMessage" and Uri contains "-poison/messages"'
    threshold: 0
    window: 'PT15M'
  }
  {
    name: 'failures'
    severity: 2
    text: 'More than 20 calls failed within a quarter of an hour.'
    query: 'AppRequests | where Success == false and toint(ResultCode) !between (400 .. 499)'
    threshold: 20
    window: 'PT15M'
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'ita'
    enabled: true
    emailReceivers: empty(address) ? [] : [
      {
        name: 'operators'
        emailAddress: address
        useCommonAlertSchema: true
      }
    ]
  }
}

resource logRule 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for rule in rules: {
  name: '${name}-${rule.name}'
  location: location
  tags: tags
  properties: {
    displayName: '${name}: ${rule.name}'
    description: rule.text
    severity: rule.severity
    enabled: true
    scopes: [
      workspaceId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: rule.window
    // The tables are created when the first line is written to them.
    skipQueryValidation: true
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: rule.query
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: rule.threshold
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [
        people.id
      ]
    }
  }
}]

resource restarts 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-restarts'
  location: 'global'
  tags: tags
  properties: {
    description: 'Instances restart again and again.'
    severity: 2
    enabled: true
    scopes: [
      appId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'restarts'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.App/containerApps'
          metricName: 'RestartCount'
          timeAggregation: 'Maximum'
          operator: 'GreaterThan'
          threshold: 3
        }
      ]
    }
    actions: [
      {
        actionGroupId: people.id
      }
    ]
  }
}

resource undelivered 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-undelivered'
  location: 'global'
  tags: tags
  properties: {
    description: 'Event Grid could not deliver the event of a new file to the app.'
    severity: 1
    enabled: true
    scopes: [
      topicId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'undelivered'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.EventGrid/systemTopics'
          metricName: 'DeadLetteredCount'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: [
      {
        actionGroupId: people.id
      }
    ]
  }
}
