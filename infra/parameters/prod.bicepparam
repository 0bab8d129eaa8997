// Production. One instance is always running, so that the yearly timer fires on time.
using '../main.bicep'

param environmentName = 'prod'
param location = readEnvironmentVariable('AZURE_LOCATION', 'southeastasia')
param image = readEnvironmentVariable('ITA_IMAGE', '')

param storageRedundancy = 'Standard_GZRS'
param lockStorage = true
param keepDeletedDays = 30
param keepLogsDays = 90

param minReplicas = 1
param maxReplicas = 20
param cores = '2.0'

param alertAddress = readEnvironmentVariable('ITA_ALERT_ADDRESS', '')
param operatorGroupId = readEnvironmentVariable('ITA_OPERATOR_GROUP', '')

param settings = {
  // 2 January, 10:00 in Bangkok; Azure counts in UTC.
  ANNUAL_SCHEDULE: '0 0 3 2 1 *'
}

// Keys are read from environment variables of the deployment and are not stored in a file.
param operatorKey = readEnvironmentVariable('ITA_OPERATOR_KEY')
param eventKey = readEnvironmentVariable('ITA_EVENT_KEY')
param hostKey = readEnvironmentVariable('ITA_HOST_KEY')
