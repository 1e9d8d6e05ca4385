# Syllable nuclei, sounding stretches and F0 of recordings, after De Jong & Wempe (2009), "Praat script to detect syllable
# nuclei and measure speech rate automatically", Behavior Research Methods 41(2), 385-390, with the threshold of the
# authors' later versions: a nucleus is a voiced peak of the intensity with a dip of 2 dB or more before and after it, at
# most 25 dB below the 99th percentile. Pauses are silences of 0.3 s or more under the same threshold.
#
#   praat --run syllableNuclei.praat LIST OUT
#
# LIST names a recording a line. OUT gets a line of JSON for each of their channels, in order:
#   {"nuclei": [seconds, …], "sounding": [[start, end], …], "pitch": [[seconds, Hz], …]}

form Syllable nuclei
  sentence List
  sentence Out
endform

silenceDb = -25
minDipDb = 2
minPause = 0.3
minSounding = 0.1

writeFile: out$
paths = Read Strings from raw text file: list$
count = Get number of strings
for file to count
  selectObject: paths
  path$ = Get string: file
  recording = Read from file: path$
  channels = Get number of channels
  for channel to channels
    selectObject: recording
    sound = Extract one channel: channel
    @analyse
    removeObject: sound
  endfor
  removeObject: recording
endfor
removeObject: paths

procedure analyse
  selectObject: sound
  duration = Get total duration
  # Shorter than the windows of intensity and pitch.
  if duration < 0.15
    appendFileLine: out$, "{""nuclei"":[],""sounding"":[],""pitch"":[]}"
  else
    @analyseLong
  endif
endproc

procedure analyseLong
  intensity = To Intensity: 50, 0, "yes"
  minimum = Get minimum: 0, 0, "Parabolic"
  maximum = Get maximum: 0, 0, "Parabolic"
  loud = Get quantile: 0, 0, 0.99
  threshold = max (loud + silenceDb, minimum)
  textGrid = To TextGrid (silences): threshold - maximum, minPause, minSounding, "silent", "sounding"

  selectObject: sound
  pitch = To Pitch (ac): 0.02, 30, 4, "no", 0.03, 0.25, 0.01, 0.35, 0.25, 450

  # Peaks and dips in turn: a peak is left when the intensity has fallen by the dip, a dip when it has risen by it.
  selectObject: intensity
  frames = Get number of frames
  rising = 0
  lowest = 1e9
  peakCount = 0
  for frame to frames
    level = Get value in frame: frame
    if rising
      if level > highest
        highest = level
        highestFrame = frame
      elsif highest - level >= minDipDb
        peakCount += 1
        peakLevel [peakCount] = highest
        peakTime [peakCount] = Get time from frame number: highestFrame
        rising = 0
        lowest = level
      endif
    elsif level < lowest
      lowest = level
    elsif level - lowest >= minDipDb
      rising = 1
      highest = level
      highestFrame = frame
    endif
  endfor

  nuclei$ = ""
  separator$ = ""
  for peak to peakCount
    if peakLevel [peak] > threshold
      selectObject: pitch
      f0 = Get value at time: peakTime [peak], "Hertz", "Linear"
      selectObject: textGrid
      interval = Get interval at time: 1, peakTime [peak]
      label$ = Get label of interval: 1, interval
      if f0 <> undefined and label$ = "sounding"
        nuclei$ = nuclei$ + separator$ + fixed$ (peakTime [peak], 3)
        separator$ = ","
      endif
    endif
  endfor

  selectObject: textGrid
  intervals = Get number of intervals: 1
  sounding$ = ""
  separator$ = ""
  for interval to intervals
    label$ = Get label of interval: 1, interval
    if label$ = "sounding"
      start = Get start time of interval: 1, interval
      end = Get end time of interval: 1, interval
      sounding$ = sounding$ + separator$ + "[" + fixed$ (start, 3) + "," + fixed$ (end, 3) + "]"
      separator$ = ","
    endif
  endfor

  selectObject: pitch
  frames = Get number of frames
  pitch$ = ""
  separator$ = ""
  for frame to frames
    f0 = Get value in frame: frame, "Hertz"
    if f0 <> undefined
      time = Get time from frame number: frame
      pitch$ = pitch$ + separator$ + "[" + fixed$ (time, 2) + "," + fixed$ (f0, 1) + "]"
      separator$ = ","
    endif
  endfor

  appendFileLine: out$, "{""nuclei"":[", nuclei$, "],""sounding"":[", sounding$, "],""pitch"":[", pitch$, "]}"
  removeObject: intensity, textGrid, pitch
endproc
